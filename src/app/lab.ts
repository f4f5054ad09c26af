/** The session, what is shown of it, and what moves it, tied together: all that views and commands work with. */
import { BUILTIN_SCENARIOS } from '../scenario/builtin.ts';
import { firstLook } from '../scenario/builtin/first-look.ts';
import { startOf } from '../scenario/start.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type FrameClock, Playback } from './playback.ts';
import { Session } from './session.ts';
import { type LabStore, createLabStore } from './store.ts';
import { Tour } from './tour.ts';
import { type AddressBar, Address } from './url.ts';

export interface Lab {
  readonly session: Session;
  readonly store: LabStore;
  readonly playback: Playback;
  /** The guided first look. */
  readonly tour: Tour;
  /** The address of the page; `address.link()` makes a link to what is shown. */
  readonly address: Address;
  /** What the scenario menu offers. */
  readonly scenarios: readonly Scenario[];
}

export interface Page {
  readonly clock: FrameClock;
  readonly bar: AddressBar;
}

export function createLab({ clock, bar }: Page): Lab {
  const start = (scenario: Scenario) => startOf(scenario, null);
  const session = new Session({ machine: zooKeeperMachine, start }, firstLook);
  const store = createLabStore(session);
  const tour = new Tour(session, store);
  const playback = new Playback(session, store, clock, tour.gate);
  const address = new Address(session, store, bar);
  return { session, store, playback, tour, address, scenarios: BUILTIN_SCENARIOS };
}

/** Shows what the address or the last visit says; without either the first look begins. */
export async function openLab({ address, tour }: Lab, clock: FrameClock): Promise<void> {
  if (!(await address.open(firstLook))) tour.begin({ moving: !clock.isMotionReduced() });
}
