/**
 * The stage as a picture of its own: every drawing on it in one SVG, colours and type written out, what is painted on
 * a canvas as an image in its place.
 */

/** What a drawing gets from style sheets that would not come along. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'letter-spacing',
  'text-anchor',
  'text-decoration',
  'paint-order',
  'visibility',
  'display',
];
const SVG = 'http://www.w3.org/2000/svg';

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Of all drawings inside `element`, in the order they lie over each other. */
export function pictureOf(element: Element): Picture {
  const frame = element.getBoundingClientRect();
  const [width, height] = [Math.round(frame.width), Math.round(frame.height)];
  const root = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) {
    root.setAttribute(name, String(value));
  }
  root.append(ground(element, width, height), ...patterns());
  for (const drawing of element.querySelectorAll('svg, canvas')) {
    // Icons of buttons are no part of the picture, nor what lies inside a drawing that is there already.
    if (drawing.closest('button, label, input') !== null || drawing.parentElement?.closest('svg') !== null) continue;
    const box = drawing.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const part = drawing instanceof HTMLCanvasElement ? painted(drawing) : styled(drawing);
    const place = { x: box.x - frame.x, y: box.y - frame.y, width: box.width, height: box.height };
    for (const [name, value] of Object.entries(place)) part.setAttribute(name, value.toFixed(2));
    root.append(part);
  }
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}

/** The same as pixels, twice as many as on the screen. */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [2 * width, 2 * height];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the picture is too large')) : resolve(blob)),
      'image/png',
    );
  });
}

function ground(element: Element, width: number, height: number): SVGElement {
  const rect = document.createElementNS(SVG, 'rect');
  rect.setAttribute('width', String(width));
  rect.setAttribute('height', String(height));
  rect.setAttribute('fill', getComputedStyle(element).getPropertyValue('--ground'));
  return rect;
}

/** Hatches that drawings refer to by name. */
function patterns(): readonly Element[] {
  return Array.from(document.querySelectorAll('pattern'), (pattern) => {
    const definitions = document.createElementNS(SVG, 'defs');
    definitions.append(styled(pattern));
    return definitions;
  });
}

function painted(canvas: HTMLCanvasElement): SVGElement {
  const image = document.createElementNS(SVG, 'image');
  image.setAttribute('href', canvas.toDataURL('image/png'));
  return image;
}

/** A copy that looks the same without the page's style sheets. */
function styled(drawing: Element): Element {
  const copy = drawing.cloneNode(true) as Element;
  const [from, to] = [
    [drawing, ...drawing.querySelectorAll('*')],
    [copy, ...copy.querySelectorAll('*')],
  ];
  for (const [index, original] of from.entries()) {
    const target = to[index];
    if (target === undefined) continue;
    const computed = getComputedStyle(original);
    const text = STYLES.map((name) => `${name}:${computed.getPropertyValue(name)}`).join(';');
    target.setAttribute('style', text);
    for (const name of ['class', 'tabindex', 'role']) target.removeAttribute(name);
  }
  return copy;
}
