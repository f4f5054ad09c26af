import { expect, it, vi } from 'vitest';
import { fakePage } from './fake-page.ts';
import { createLab } from './lab.ts';
import { type Opener, openSpeaker, speakerOf } from './speaker.ts';

/** Windows as far as this needs them: what listens, and what closes. */
class Stand extends EventTarget {
  closed = false;
  readonly focus = vi.fn<() => void>();
  readonly close = (): void => {
    this.closed = true;
    this.dispatchEvent(new Event('pagehide'));
  };
}

async function stage(blocked = false) {
  const lab = createLab(fakePage());
  await lab.whole;
  const opened: Stand[] = [];
  const own = Object.assign(new EventTarget(), {
    open: () => {
      if (blocked) return null;
      opened.push(new Stand());
      return opened.at(-1);
    },
    setTimeout: (callback: () => void) => {
      callback();
      return 0;
    },
  });
  // The few methods of a window that it asks for.
  return { lab, own: own as unknown as Opener & EventTarget, opened, notes: speakerOf(lab) };
}

it('opens one window and shows the page to a class; once more brings it to the front', async () => {
  const { lab, own, opened, notes } = await stage();
  openSpeaker(lab, own);
  openSpeaker(lab, own);
  expect(opened).toHaveLength(1);
  expect(opened[0]?.focus).toHaveBeenCalledOnce();
  expect(notes.getState().window).toBe(opened[0]);
  expect(lab.store.getState().screen).toBe('lecture');
});

it('closed by hand it is gone, and opens again', async () => {
  const { lab, own, opened, notes } = await stage();
  openSpeaker(lab, own);
  opened[0]?.close();
  expect(notes.getState().window).toBeNull();
  openSpeaker(lab, own);
  expect(opened).toHaveLength(2);
  expect(notes.getState().window).toBe(opened[1]);
});

it('loaded anew it is filled again', async () => {
  const { lab, own, opened, notes } = await stage();
  openSpeaker(lab, own);
  const before = notes.getState().filled;
  opened[0]?.dispatchEvent(new Event('pagehide'));
  expect(notes.getState()).toEqual({ window: opened[0], filled: before + 1 });
});

it('goes with the page', async () => {
  const { lab, own, opened } = await stage();
  openSpeaker(lab, own);
  own.dispatchEvent(new Event('pagehide'));
  expect(opened[0]?.closed).toBe(true);
});

it('a browser that opens none is told of', async () => {
  const { lab, own, notes } = await stage(true);
  openSpeaker(lab, own);
  expect(lab.store.getState().notice).toEqual({ kind: 'windowBlocked' });
  expect(notes.getState().window).toBeNull();
});
