/** Words over lines: legible by an edge in the colour of the ground. In the font that is chosen. */
import type { Ink } from '../ink.ts';

export function haloText(context: CanvasRenderingContext2D, text: string, x: number, y: number, ink: Ink): void {
  context.strokeStyle = ink.ground;
  context.lineWidth = 3;
  context.strokeText(text, x, y);
  context.fillStyle = ink.quietText;
  context.fillText(text, x, y);
}
