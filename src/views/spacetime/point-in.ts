/** Where a pointer is in an element, in the element's own pixels: enlarged as a whole, it has fewer of them than the screen. */
import type { Point } from '../stage/geometry.ts';

export function pointIn(element: Element, event: { readonly clientX: number; readonly clientY: number }): Point {
  const { left, top } = element.getBoundingClientRect();
  const zoom = element.currentCSSZoom ?? 1;
  return { x: (event.clientX - left) / zoom, y: (event.clientY - top) / zoom };
}
