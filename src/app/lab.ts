/** The session, what is shown of it, and what moves it, tied together: all that views and commands work with. */
import { newAudit } from '../audit/ghost.ts';
import { freshGeneration } from '../base/slice.ts';
import { firstLook } from '../scenario/builtin/first-look.ts';
import { startOf } from '../scenario/start.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import type { Moment } from '../sim/moment.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { connectKeyboard } from './keyboard.ts';
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
}

/** Beside the session, what the browser gives: `browserPage()`, or stand-ins in tests. */
export function createLab({ clock, bar, codec }: BrowserPage): Lab {
  const session = new Session({ machine: zooKeeperMachine, start }, firstLook);
  const store: LabStore = createLabStore(session, () => playback.waited);
  const tour = new Tour(session, store);
  const playback: Playback = new Playback(session, store, clock, tour.gate);
  const address = new Address(session, store, bar, codec);
  return { session, store, playback, tour, address };
}

/** Shows what the address or the last visit says; without either the first look begins, behind a notice paused. */
export async function openLab({ address, store, tour }: Lab, { clock }: BrowserPage): Promise<void> {
  const isOpen = await address.open(firstLook);
  if (!isOpen) tour.begin({ moving: store.getState().notice === null && !clock.isMotionReduced() });
}

/** Follows the address, the keyboard and whether anybody looks. Returns how to stop that. */
export function connectLab(lab: Lab, target: Window): () => void {
  const wake = (): void => lab.playback.wake();
  const follow = async (): Promise<void> => {
    if (!(await lab.address.onChanged(firstLook))) lab.tour.begin({ moving: false });
  };
  const onHash = (): void => void follow();
  const disconnectKeyboard = connectKeyboard(lab, target);
  target.document.addEventListener('visibilitychange', wake);
  target.addEventListener('hashchange', onHash);
  return () => {
    disconnectKeyboard();
    target.document.removeEventListener('visibilitychange', wake);
    target.removeEventListener('hashchange', onHash);
  };
}

function start(scenario: Scenario): Moment {
  return startOf(scenario, newAudit(freshGeneration()));
}
