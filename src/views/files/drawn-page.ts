/** Boxes and texts of the page as drawings: what `picture.ts` puts beside those that are drawings already. */

const SVG = 'http://www.w3.org/2000/svg';
const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;

/** Ground and borders of an element, in pixels from the corner of the frame. */
export function drawnBox(element: Element, style: CSSStyleDeclaration, frame: DOMRect): readonly Element[] {
  const box = element.getBoundingClientRect();
  const [x, y] = [box.x - frame.x, box.y - frame.y];
  const parts: Element[] = [];
  const radius = parseFloat(style.borderTopLeftRadius) || 0;
  if (isSeen(style.backgroundColor)) {
    parts.push(made('rect', { x, y, width: box.width, height: box.height, rx: radius, fill: style.backgroundColor }));
  }
  const borders = SIDES.map((side) => ({
    side,
    width: style[`border${side}Style`] === 'none' ? 0 : parseFloat(style[`border${side}Width`]) || 0,
    colour: style[`border${side}Color`],
    dashes: style[`border${side}Style`] === 'dashed' ? '4 3' : style[`border${side}Style`] === 'dotted' ? '1 3' : '',
  }));
  const [first] = borders;
  if (first === undefined) return parts;
  if (borders.every(({ width, colour }) => width > 0 && width === first.width && colour === first.colour)) {
    const half = first.width / 2;
    const [width, height] = [Math.max(0, box.width - first.width), Math.max(0, box.height - first.width)];
    parts.push(
      made('rect', {
        x: x + half,
        y: y + half,
        width,
        height,
        rx: Math.max(0, radius - half),
        fill: 'none',
        stroke: first.colour,
        'stroke-width': first.width,
        'stroke-dasharray': first.dashes,
      }),
    );
    return parts;
  }
  const ends: Readonly<Record<(typeof SIDES)[number], (half: number) => readonly [number, number, number, number]>> = {
    Top: (half) => [x, y + half, x + box.width, y + half],
    Right: (half) => [x + box.width - half, y, x + box.width - half, y + box.height],
    Bottom: (half) => [x, y + box.height - half, x + box.width, y + box.height - half],
    Left: (half) => [x + half, y, x + half, y + box.height],
  };
  for (const { side, width, colour, dashes } of borders) {
    if (width === 0 || !isSeen(colour)) continue;
    const [x1, y1, x2, y2] = ends[side](width / 2);
    parts.push(made('line', { x1, y1, x2, y2, stroke: colour, 'stroke-width': width, 'stroke-dasharray': dashes }));
  }
  return parts;
}

/** A text of the page, a drawing a line. */
export function drawnText(text: Text, style: CSSStyleDeclaration, frame: DOMRect): readonly Element[] {
  if (text.data.trim() === '' || !isSeen(style.color)) return [];
  const zoom = text.parentElement?.currentCSSZoom ?? 1;
  const size = parseFloat(style.fontSize) * zoom;
  return linesOf(text).map(({ said, box }) => {
    const { ascent, descent } = extentOf(style, size);
    const part = made('text', {
      x: box.x - frame.x,
      y: box.y - frame.y + (ascent / (ascent + descent)) * box.height,
      // Another system's font may be wider.
      textLength: box.width,
      lengthAdjust: 'spacingAndGlyphs',
      'xml:space': 'preserve',
    });
    part.setAttribute(
      'style',
      [
        `fill:${style.color}`,
        `font-family:${style.fontFamily}`,
        `font-size:${size}px`,
        `font-weight:${style.fontWeight}`,
        `font-style:${style.fontStyle}`,
        `text-decoration:${style.textDecorationLine}`,
      ].join(';'),
    );
    part.textContent = said;
    return part;
  });
}

interface Line {
  readonly said: string;
  readonly box: DOMRect;
}

/** Where the browser broke it; spaces at the ends are left out. */
function linesOf(text: Text): readonly Line[] {
  const range = document.createRange();
  const rects = (from: number, to: number): DOMRectList => {
    range.setStart(text, from);
    range.setEnd(text, to);
    return range.getClientRects();
  };
  const lines: { from: number; to: number; box: DOMRect }[] = [];
  const take = (from: number, to: number): void => {
    const [box] = rects(from, to);
    if (box === undefined) return;
    const last = lines.at(-1);
    if (last === undefined || Math.abs(last.box.top - box.top) > box.height / 2) lines.push({ from, to, box });
    else last.to = to;
  };
  const from = text.data.length - text.data.trimStart().length;
  const to = text.data.trimEnd().length;
  if (rects(from, to).length === 1) take(from, to);
  else
    for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
      if (rects(index, index + word.length).length === 1) take(index, index + word.length);
      // Broken inside.
      else for (let at = index; at < index + word.length; at++) take(at, at + 1);
    }
  return lines.map((line) => {
    rects(line.from, line.to);
    return {
      said: text.data.slice(line.from, line.to).replaceAll(/\s+/g, ' '),
      box: range.getBoundingClientRect(),
    };
  });
}

const measured = new Map<string, { readonly ascent: number; readonly descent: number }>();

/** How far letters of a font may reach above and below their line. */
function extentOf(style: CSSStyleDeclaration, size: number): { readonly ascent: number; readonly descent: number } {
  const font = `${style.fontStyle} ${style.fontWeight} ${size}px ${style.fontFamily}`;
  const known = measured.get(font);
  if (known !== undefined) return known;
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return { ascent: 0.8, descent: 0.2 };
  context.font = font;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText('x');
  measured.set(font, { ascent, descent });
  return { ascent, descent };
}

function isSeen(colour: string): boolean {
  return !/^(transparent|rgba\(.*, 0\))$/.test(colour);
}

function made(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const part = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== '') part.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  }
  return part;
}
