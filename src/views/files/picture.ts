/**
 * A view as a picture of its own: what is drawn, written and painted in it, in one SVG without any style sheet. Drawings
 * are copied with colours and type written out, texts and boxes of the page become drawings, canvases become images.
 */
import { drawnBox, drawnText } from './drawn-page.ts';

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

/** Of everything inside `element`, in the order it lies over each other. Controls that lie over a stage are no part of it. */
export function pictureOf(element: Element): Picture {
  const frame = element.getBoundingClientRect();
  const [width, height] = [Math.round(frame.width), Math.round(frame.height)];
  const root = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) {
    root.setAttribute(name, String(value));
  }
  const ground = document.createElementNS(SVG, 'rect');
  for (const [name, value] of Object.entries({ width, height, fill: groundOf(element) })) {
    ground.setAttribute(name, String(value));
  }
  root.append(ground, ...patterns());
  const isStage = element.matches('[data-part=views]');
  draw(element, {
    root,
    frame,
    skips: isStage ? 'div[role=group], [role=menu], label, input, select' : 'input, select',
  });
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}

interface Drawing {
  readonly root: Element;
  readonly frame: DOMRect;
  /** Selector of what is left out. */
  readonly skips: string;
}

function draw(element: Element, drawing: Drawing): void {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  if (!element.checkVisibility({ visibilityProperty: true }) || element.matches(drawing.skips)) return;
  // For readers of the screen only.
  if (element.classList.contains('sr') || (style.display !== 'contents' && (box.width === 0 || box.height === 0)))
    return;
  if (element instanceof SVGSVGElement || element instanceof HTMLCanvasElement) {
    const part = element instanceof HTMLCanvasElement ? painted(element) : styled(element);
    const place = { x: box.x - drawing.frame.x, y: box.y - drawing.frame.y, width: box.width, height: box.height };
    for (const [name, value] of Object.entries(place)) part.setAttribute(name, value.toFixed(2));
    // Drawn for as many pixels as it has, shown in those of the screen.
    if (element instanceof SVGSVGElement && !part.hasAttribute('viewBox'))
      part.setAttribute('viewBox', `0 0 ${element.clientWidth} ${element.clientHeight}`);
    drawing.root.append(part);
    return;
  }
  drawing.root.append(...drawnBox(element, style, drawing.frame));
  const inside = isScrolled(element, style) ? { ...drawing, root: clipped(box, drawing) } : drawing;
  for (const child of element.childNodes) {
    if (child instanceof Text) inside.root.append(...drawnText(child, style, drawing.frame));
    else if (child instanceof Element) draw(child, inside);
  }
}

function isScrolled(
  { scrollHeight, clientHeight, scrollWidth, clientWidth }: Element,
  style: CSSStyleDeclaration,
): boolean {
  return style.overflow !== 'visible' && (scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1);
}

/** A window with the places of the whole. */
function clipped(box: DOMRect, { root, frame }: Drawing): Element {
  const window = document.createElementNS(SVG, 'svg');
  const [x, y, width, height] = [box.x - frame.x, box.y - frame.y, box.width, box.height];
  const attributes = { x, y, width, height, viewBox: `${x} ${y} ${width} ${height}` };
  for (const [name, value] of Object.entries(attributes)) window.setAttribute(name, String(value));
  root.append(window);
  return window;
}

/** The same as pixels, twice as many as on the screen. */
export async function pngOf(picture: Picture): Promise<Blob> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [2 * picture.width, 2 * picture.height];
  await paintPicture(canvas, picture);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the picture is too large')) : resolve(blob)),
      'image/png',
    );
  });
}

/** All over a canvas. */
export async function paintPicture(canvas: HTMLCanvasElement, { svg }: Picture): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
}

/** The nearest ground that lets nothing through. */
function groundOf(element: Element): string {
  for (let one: Element | null = element; one !== null; one = one.parentElement) {
    const colour = getComputedStyle(one).backgroundColor;
    if (!/^(transparent|rgba\(.*, 0\))$/.test(colour)) return colour;
  }
  return getComputedStyle(element).getPropertyValue('--ground');
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
