/** Where the run stands on the timeline, and a veil over what comes after. */
import type { Ink } from '../ink.ts';
import { type TimelineLayout, xAt } from './layout.ts';

const VEIL_OPACITY = 0.6;
const LINE = 1.5;

/** In pixels, as finely as anybody sees. */
export function playheadX(layout: TimelineLayout, now: number): number {
  return Math.round(10 * xAt(layout, now)) / 10;
}

/** Draws on a canvas that is clear. */
export function paintPlayhead(context: CanvasRenderingContext2D, layout: TimelineLayout, ink: Ink, now: number): void {
  const { width, height, hasAxis, axis } = layout;
  const x = playheadX(layout, now);
  // Below the names of times, where there are any.
  const top = hasAxis ? axis - 1 : 0;
  context.globalAlpha = VEIL_OPACITY;
  context.fillStyle = ink.panel;
  context.fillRect(x, top, width - x, height - top);
  context.globalAlpha = 1;
  context.fillStyle = ink.text;
  context.fillRect(x - 1, top, LINE, height - top);
  context.beginPath();
  if (hasAxis) {
    context.moveTo(x - 5, top);
    context.lineTo(x + 5, top);
    context.lineTo(x, top + 6);
  } else {
    context.arc(x, height - 6, 6, 0, 2 * Math.PI);
  }
  context.fill();
}
