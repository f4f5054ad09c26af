/** The session, what is shown of it, and what moves it, tied together: all that views and commands work with. */
import { firstLook } from '../scenario/builtin/first-look.ts';
import { startOf } from '../scenario/start.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import type { Moment, Watcher } from '../sim/moment.ts';
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
  /** Fulfilled once the runs are watched: those that were made before have been made again then. */
  readonly watched: Promise<void>;
}

/** Beside the session, what the browser gives: `browserPage()`, or stand-ins in tests. */
export function createLab({ clock, bar, codec, auditor }: BrowserPage): Lab {
  let watcher: Watcher | null = null;
  const start = (scenario: Scenario): Moment => startOf(scenario, watcher);
  const session = new Session({ machine: zooKeeperMachine, start, withScript }, firstLook);
  const store: LabStore = createLabStore(session, () => playback.waited);
  const tour = new Tour(session, store);
  const playback: Playback = new Playback(session, store, clock, tour.gate);
  const address = new Address(session, store, bar, codec);
  return { session, store, playback, tour, address, watched: watch() };

  async function watch(): Promise<void> {
    watcher = await auditor;
    session.runAgain();
  }
}

/** Shows what the address or the last visit says; without either the first look begins, behind a notice paused. */
export async function openLab({ address, store, tour, watched }: Lab, { clock }: BrowserPage): Promise<void> {
  // The first look begins unwatched, and is made again before anybody notices; a long run is better made once.
  if (address.hasPlace()) await watched;
  const isOpen = await address.open(firstLook);
  if (!isOpen) tour.begin({ moving: store.getState().notice === null && !clock.isMotionReduced() });
}

/** Follows the address, the keyboard and whether anybody looks. Returns how to stop that. */
export function connectLab(lab: Lab, { keyboard }: BrowserPage, target: Window): () => void {
  const wake = (): void => lab.playback.wake();
  const follow = async (): Promise<void> => {
    await lab.watched;
    if (!(await lab.address.onChanged(firstLook))) lab.tour.begin({ moving: false });
  };
  const onHash = (): void => void follow();
  const disconnectKeyboard = connectKeys(lab, target, keyboard);
  target.document.addEventListener('visibilitychange', wake);
  target.addEventListener('hashchange', onHash);
  return () => {
    disconnectKeyboard();
    target.document.removeEventListener('visibilitychange', wake);
    target.removeEventListener('hashchange', onHash);
  };
}
