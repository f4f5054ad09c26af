/** The other branch on a stage of its own: another view of the same session, led by the first one. */
import type { Lab } from '../../app/lab.ts';
import { type FrameClock, Playback } from '../../app/playback.ts';
import { createLabStore } from '../../app/store.ts';

/** It is moved, and never plays. */
const STILL: FrameClock = {
  request: () => 0,
  cancel: () => {},
  isHidden: () => true,
  isMotionReduced: () => true,
};

/** A lab whose place is its own. */
export function labBeside(lab: Lab): Lab {
  const store = createLabStore(lab.session);
  speakAs(lab.store, store);
  return { ...lab, store, playback: new Playback(lab.session, store, STILL, () => null) };
}

/**
 * What is selected in one is selected in both, the first to begin with, whose language both speak. Returns how to stop
 * that.
 */
export function shareWhatIsShown(first: Lab, second: Lab): () => void {
  const ends = [
    follow(first.store, second.store),
    follow(second.store, first.store),
    first.store.subscribe(() => speakAs(first.store, second.store)),
  ];
  return () => ends.forEach((end) => end());
}

function follow(from: Lab['store'], to: Lab['store']): () => void {
  const share = (): void => {
    const { selection } = from.getState();
    if (to.getState().selection !== selection) to.getState().select(selection);
  };
  share();
  return from.subscribe(share);
}

function speakAs(from: Lab['store'], to: Lab['store']): void {
  const { translation } = from.getState();
  if (to.getState().translation !== translation) to.setState({ translation });
}
