/**
 * The speaker's notes in a window of their own, beside the one that a class sees. The window is empty when it opens, and
 * of this page's own origin whatever that is, a file's too: this page draws into it, so nothing is sent and nothing loaded.
 */
import { type StoreApi, createStore } from 'zustand/vanilla';
import type { Lab } from './lab.ts';

export interface SpeakerState {
  /** Where the notes are; null while they are closed. */
  readonly window: Window | null;
  /** Raised whenever the window has emptied itself: it was loaded anew. */
  readonly filled: number;
}

/** What of a window this needs to open another. */
export type Opener = Pick<Window, 'open' | 'setTimeout' | 'addEventListener' | 'removeEventListener'>;

const FEATURES = 'popup,width=560,height=760';
/** A window that goes says so before it is gone. */
const GONE_MILLIS = 100;

const states = new WeakMap<Lab, StoreApi<SpeakerState>>();

export function speakerOf(lab: Lab): StoreApi<SpeakerState> {
  let state = states.get(lab);
  if (state === undefined) {
    state = createStore<SpeakerState>()(() => ({ window: null, filled: 0 }));
    states.set(lab, state);
  }
  return state;
}

/**
 * Opens the window, or brings it to the front, and shows the page to a class. Where the browser lets no window open,
 * that becomes a notice. The window goes when this page goes.
 */
export function openSpeaker(lab: Lab, own: Opener = window): void {
  const { screen, setScreen, tell } = lab.store.getState();
  const state = speakerOf(lab);
  if (screen !== 'lecture') setScreen('lecture');
  const there = state.getState().window;
  if (there !== null && !there.closed) return there.focus();
  const opened = own.open('', '', FEATURES);
  if (opened === null) return tell({ kind: 'windowBlocked' });
  const close = (): void => opened.close();
  const look = (): void => {
    if (!opened.closed) {
      opened.addEventListener('pagehide', leave);
      return state.setState(({ filled }) => ({ window: opened, filled: filled + 1 }));
    }
    own.removeEventListener('pagehide', close);
    if (state.getState().window === opened) state.setState({ window: null });
  };
  const leave = (): void => void own.setTimeout(look, GONE_MILLIS);
  own.addEventListener('pagehide', close);
  look();
}
