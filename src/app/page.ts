/** The browser, as far as the lab needs it: frames, the address bar, what is kept between visits. */
import type { Keyboard } from './early-keys.ts';
import type { Start } from './lab.ts';
import type { FrameClock } from './playback.ts';
import type { Screen } from './store.ts';
import type { AddressBar, LinkCodec, RunKeeper } from './url.ts';

export interface BrowserPage {
  readonly clock: FrameClock;
  readonly bar: AddressBar;
  readonly codec: Promise<LinkCodec>;
  readonly keeper: Promise<RunKeeper>;
  readonly startWhole: Promise<Start>;
  readonly keyboard: Promise<Keyboard>;
  /** What the address asks for: `?lecture`, `?embed`, or neither. */
  readonly screen: Screen;
}

const LAST_PLACE = 'zabscope.last';
const RUN = 'zabscope.run';

export function browserPage(): BrowserPage {
  const asked = new URLSearchParams(window.location.search);
  const screen = asked.has('embed') ? 'embed' : asked.has('lecture') ? 'lecture' : 'lab';
  // What is looked at in somebody's page is nobody's last place.
  const stored = screen === 'embed' ? () => null : kept;
  const motion = window.matchMedia('(prefers-reduced-motion: reduce)');
  // Asked several times a frame, and the browser takes its time over an answer.
  let isMotionReduced = motion.matches;
  motion.addEventListener('change', () => {
    isMotionReduced = motion.matches;
  });
  const clock: FrameClock = {
    request: (frame) => window.requestAnimationFrame(frame),
    cancel: (handle) => window.cancelAnimationFrame(handle),
    isHidden: () => document.hidden,
    isMotionReduced: () => isMotionReduced,
  };
  const bar: AddressBar = {
    // A word of the glossary is looked up over whatever is shown.
    read: () => window.location.hash.replace(/[#&]glossary=[^&]*$/, ''),
    replace: (fragment) => window.history.replaceState(null, '', fragment),
    recall: () => stored(() => window.localStorage.getItem(LAST_PLACE)),
    remember: (fragment) => stored(() => window.localStorage.setItem(LAST_PLACE, fragment)),
    recallRun: () => stored(() => window.sessionStorage.getItem(RUN)),
    rememberRun: (text) => stored(() => window.sessionStorage.setItem(RUN, text)),
    later: laterOrLeaving,
  };
  // The first picture needs none of these: asked for at once, so that nothing is loaded later.
  const codec = import('./lesson-links.ts');
  return {
    clock,
    bar,
    codec,
    keeper: import('./kept-run.ts'),
    startWhole: laterStart(),
    keyboard: import('./keyboard.ts'),
    screen,
  };
}

async function laterStart(): Promise<Start> {
  const { startWhole } = await import('./whole-engine.ts');
  return startWhole;
}

/** How long what can wait for an idle moment waits for one. */
const IDLE_MILLIS_MAX = 2000;

/** Once it is time, between two frames: a link takes a digest of everything, which is long where much was written. */
function laterOrLeaving(callback: () => Promise<void>, millis: number): void {
  let isDone = false;
  const done = (): void => {
    if (isDone) return;
    isDone = true;
    window.clearTimeout(timer);
    window.removeEventListener('pagehide', done);
    void callback();
  };
  const timer = window.setTimeout(() => {
    // Safari has no idle moments.
    if ('requestIdleCallback' in window) window.requestIdleCallback(done, { timeout: IDLE_MILLIS_MAX });
    else done();
  }, millis);
  window.addEventListener('pagehide', done);
}

/** Null where the browser forbids storage: then a visit simply begins anew. */
function kept<T>(access: () => T): T | null {
  try {
    return access();
  } catch {
    return null;
  }
}
