/** Where a definition stands: at the wanted side of its word, or at the other where there is more room; never over it. */

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** `above`: what the word is the label of stands below it. */
export type Side = 'below' | 'above';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Placed {
  readonly left: number;
  readonly top: number;
  /** What is longer scrolls. */
  readonly maxHeight: number;
}

const GAP = 6;
const MARGIN = 8;

/** All in CSS pixels of the page that is seen. */
export function placed(word: Rect, side: Side, size: Size, page: Size): Placed {
  const below = page.height - word.bottom - GAP - MARGIN;
  const above = word.top - GAP - MARGIN;
  const [wanted, other] = side === 'below' ? [below, above] : [above, below];
  const isBelow = (size.height <= wanted || wanted >= other) === (side === 'below');
  const maxHeight = Math.max(0, isBelow ? below : above);
  const height = Math.min(size.height, maxHeight);
  return {
    left: Math.max(MARGIN, Math.min(word.left - MARGIN, page.width - size.width - MARGIN)),
    top: isBelow ? word.bottom + GAP : word.top - GAP - height,
    maxHeight,
  };
}
