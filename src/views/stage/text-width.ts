/** How wide a text will be, without asking the browser: generous, for any of the fonts that a system may have. */

/** Widths in shares of the font size. */
const NARROW = 0.32;
const LOWER = 0.55;
const UPPER = 0.7;
/** Chinese and the like. */
const WIDE = 1;

/** In pixels. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += widthOf(letter);
  return width * size;
}

function widthOf(letter: string): number {
  if (/[\s.,:;·'’!|ilj]/.test(letter)) return NARROW;
  if (/[A-Zmw×→‖%]/.test(letter)) return UPPER;
  return letter > '\u2e80' ? WIDE : LOWER;
}

/**
 * The text in lines no wider than `room`, broken at spaces, a number never parted from what it counts before it; a word
 * wider than that has a line of its own.
 */
export function wrapText(text: string, room: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/ (?!\d)/)) {
    const last = lines.at(-1);
    const longer = `${last ?? ''} ${word}`;
    if (last !== undefined && textWidth(longer, size) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
