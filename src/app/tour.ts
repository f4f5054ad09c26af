/** The first look at work on a lab: it paces playback, pauses it, and offers what comes next. */
import {
  type FirstLookStep,
  type Milestones,
  noMilestones,
  paceOf,
  pauseBetween,
  scanMilestones,
  stepAt,
} from './first-look.ts';
import { FLAG_ACTION } from '../sim/flags.ts';
import type { Place, Session } from './session.ts';
import type { LabState, LabStore } from './store.ts';

/** What the page shows of the first look at a place. */
export interface TourFacts {
  readonly step: FirstLookStep;
  /** The visitor has killed a leader already: only "Play freely" is left to offer. */
  readonly again: boolean;
  /** The cursor at which the election on show begins. */
  readonly since: number;
}

export class Tour {
  readonly #session: Session;
  readonly #store: LabStore;
  /** By branch, of the election after its own action. */
  readonly #milestones = new Map<number, Milestones>();

  constructor(session: Session, store: LabStore) {
    this.#session = session;
    this.#store = store;
    store.subscribe((state, before) => {
      if (state.run !== before.run) this.#milestones.clear();
      if (state.firstLook && state.paced && state.cursor !== before.cursor) this.#pace(state);
    });
  }

  /** Begins it on the scenario that is open, where all its servers are up. `moving`: whether it plays by itself. */
  begin({ moving }: { readonly moving: boolean }): void {
    const { branch, length, passTo } = this.#store.getState();
    const started = this.#session.branch(branch).previousMark(length, FLAG_ACTION);
    this.#store.setState({ firstLook: true, paced: true, playing: moving });
    passTo({ branch, cursor: started === null ? 0 : started + 1 });
    this.#pace(this.#store.getState());
  }

  factsAt(place: Place): TourFacts {
    const branch = this.#electionAt(place);
    const again = this.#session.interventions(branch).length > 0;
    const since = this.#session.branch(branch).start;
    return { step: stepAt(this.#milestonesOf(branch), place.cursor), again, since };
  }

  /** For playback. */
  readonly gate = (branch: number, from: number, to: number): number | null =>
    this.#store.getState().firstLook
      ? pauseBetween(this.#milestonesOf(this.#electionAt({ branch, cursor: from })), from, to)
      : null;

  /** "Next: kill the leader", and watch what follows. */
  readonly killLeader = (): void => {
    const { branch, cursor, act, play } = this.#store.getState();
    const { leader } = this.#milestonesOf(this.#electionAt({ branch, cursor }));
    const server = leader === null ? undefined : this.#session.sids[leader];
    if (server !== undefined && act({ do: 'kill', server })) play();
  };

  #pace(state: LabState): void {
    const pace = paceOf(stepAt(this.#milestonesOf(this.#electionAt(state)), state.cursor));
    if (pace !== state.speed) this.#store.setState({ speed: pace });
  }

  /** The branch whose election a place belongs to: before the action of a branch, that of the one it left. */
  #electionAt({ branch, cursor }: Place): number {
    let timeline = this.#session.branch(branch);
    while (timeline.fork !== null && cursor <= timeline.fork.cursor) timeline = timeline.fork.parent;
    return timeline.id;
  }

  #milestonesOf(branch: number): Milestones {
    const timeline = this.#session.branch(branch);
    const known = this.#milestones.get(branch) ?? noMilestones(timeline.start, { connected: timeline.fork !== null });
    const found = scanMilestones(known, (index) => timeline.entryAt(index), timeline.length);
    this.#milestones.set(branch, found);
    return found;
  }
}
