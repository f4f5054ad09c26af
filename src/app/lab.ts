/** The session, what is shown of it, and what moves it, tied together: all that views and commands work with. */
import { firstLook } from '../scenario/builtin/first-look.ts';
import { startAlone } from '../scenario/start-alone.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import type { Moment } from '../sim/moment.ts';
import { withScript } from '../sim/script.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { connectKeys } from './early-keys.ts';
import type { BrowserPage } from './page.ts';
import { Playback } from './playback.ts';
import { Session } from './session.ts';
import { type LabStore, createLabStore } from './store.ts';
import { Tour } from './tour.ts';
import { Address } from './url.ts';

export interface Lab {
  readonly session: Session;
  readonly store: LabStore;
  readonly playback: Playback;
  /** The guided first look. */
  readonly tour: Tour;
  /** The address of the page; `address.link()` makes a link to what is shown. */
  readonly address: Address;
  /**
   * Fulfilled once the engine is whole: anything may be run from then on, and the runs that were made before have been
   * made again.
   */
  readonly whole: Promise<void>;
}

/** The moment that a run of a scenario begins with: whoever makes it brings what plays the run. */
export type Start = (scenario: Scenario) => Moment;

/** Beside the session, what the browser gives: `browserPage()`, or stand-ins in tests. */
export function createLab({ clock, bar, codec, keeper, startWhole, screen }: BrowserPage): Lab {
  // Enough for the first look, where nobody connects: the rest comes after the first picture.
  let startNow: Start = startAlone;
  const start: Start = (scenario) => startNow(scenario);
  const session = new Session({ machine: zooKeeperMachine, start, withScript }, firstLook);
  const store: LabStore = createLabStore(session, () => playback.waited);
  if (screen !== 'lab') store.getState().setScreen(screen);
  const tour = new Tour(session, store);
  const playback: Playback = new Playback(session, store, clock, tour.gate);
  const address = new Address(session, store, { bar, codec, keeper });
  return { session, store, playback, tour, address, whole: complete() };

  async function complete(): Promise<void> {
    startNow = await startWhole;
    session.runAgain();
    store.setState({ whole: true });
  }
}

/** Shows what the address or the last visit says; without either the first look begins, behind a notice paused. */
export async function openLab({ address, store, tour, whole }: Lab, { clock }: BrowserPage): Promise<void> {
  // The first look begins with what there is, and is made again before anybody notices; what else there is to open
  // needs the whole engine.
  if (address.hasPlace()) await whole;
  const isOpen = await address.open(firstLook);
  if (!isOpen && isAlone(store)) tour.begin({ moving: store.getState().notice === null && !clock.isMotionReduced() });
}

/** Follows the address, the keyboard and whether anybody looks. Returns how to stop that. */
export function connectLab(lab: Lab, { keyboard }: BrowserPage, target: Window): () => void {
  const wake = (): void => lab.playback.wake();
  const follow = async (): Promise<void> => {
    await lab.whole;
    const isOpen = await lab.address.onChanged(firstLook);
    if (!isOpen && isAlone(lab.store)) lab.tour.begin({ moving: false });
  };
  const onHash = (): void => void follow();
  const disconnectKeyboard = connectKeys(lab, target, afterWhole(lab, keyboard));
  target.document.addEventListener('visibilitychange', wake);
  target.addEventListener('hashchange', onHash);
  return () => {
    disconnectKeyboard();
    target.document.removeEventListener('visibilitychange', wake);
    target.removeEventListener('hashchange', onHash);
  };
}

/** The first look is for whoever comes to the page itself. */
function isAlone(store: LabStore): boolean {
  return store.getState().screen === 'lab';
}

/** Keys do what only the whole engine can. */
async function afterWhole<T>({ whole }: Lab, coming: Promise<T>): Promise<T> {
  await whole;
  return coming;
}
