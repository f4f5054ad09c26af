/** The keys of a diagram along an axis: all but those of the run go round what lies there, or move the window. */
import type { KeyboardEvent } from 'react';
import type { LabState } from '../../app/store.ts';
import type { Move } from './SpaceTimeTools.tsx';
import { type Window, panned } from './window.ts';

interface PlaneKeys {
  readonly lab: Pick<LabState, 'step' | 'stepToChange' | 'toStart' | 'toEnd'>;
  readonly show: (what: Move) => void;
  readonly move: (next: (window: Window, end: number) => Window) => void;
  /** To the next thing in the window, or the one before. */
  readonly walk: (step: 1 | -1) => void;
  /** Each returns whether there was anything to do. */
  readonly onEnter: () => boolean;
  readonly onEscape: () => boolean;
}

/** What one of them does; any other, or one with Ctrl, Meta or Alt, is left to the page. */
export function onPlaneKey(event: KeyboardEvent, keys: PlaneKeys): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !press(event, keys)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Whether the key was one of them. */
function press({ key, shiftKey }: KeyboardEvent, { lab, show, move, walk, onEnter, onEscape }: PlaneKeys): boolean {
  switch (key) {
    case 'Escape':
      return onEscape();
    case 'Enter':
      return onEnter();
    case '+':
    case '=':
      show('zoomIn');
      return true;
    case '-':
    case '_':
      show('zoomOut');
      return true;
    case '0':
      show('fit');
      return true;
    case 'PageUp':
    case 'PageDown': {
      const way = key === 'PageUp' ? -0.8 : 0.8;
      move((w, end) => panned(w, way * (w.to - w.from), end));
      return true;
    }
    case 'ArrowLeft':
    case 'ArrowRight': {
      const direction = key === 'ArrowLeft' ? -1 : 1;
      if (shiftKey) lab.stepToChange(direction);
      else lab.step(direction);
      return true;
    }
    case 'Home':
      lab.toStart();
      return true;
    case 'End':
      lab.toEnd();
      return true;
    case 'ArrowDown':
      walk(1);
      return true;
    case 'ArrowUp':
      walk(-1);
      return true;
    default:
      return false;
  }
}
