/**
 * What a misconception is: something that is often said of ZooKeeper, and a run that refutes it. Where it does is found in
 * the run, and not written down: it is the first event of a kind at which all that speaks against it holds.
 */
import type { Condition } from '../lessons/condition.ts';
import type { Light, Question, Show, Until } from '../lessons/lesson.ts';
import type { Language } from '../locales/language.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** What they are about, in the order they are listed. */
export const TOPICS = ['election', 'epochs', 'broadcast', 'disks', 'operators'] as const;
export type Topic = (typeof TOPICS)[number];

/** The moment comes within so many events. */
export const MOMENT_WITHIN = 3000;

export interface Misconception {
  /** Names it in links: `votes-by-zxid`. */
  readonly id: string;
  readonly topic: Topic;
  /** Its own, by id: a run is known by it. */
  readonly scene: Scenario;
  /** The moment comes right after such an event … */
  readonly until: Until;
  /** … at which all of this holds: what the claim rules out. */
  readonly refuted: readonly Condition[];
  /** Where to look. */
  readonly show: Show;
  readonly lights: readonly Light[];
  /** What its words may name in braces, asked of the run at the moment. */
  readonly values: Readonly<Record<string, Question>>;
  /** Sections of the protocol reference. */
  readonly cites: readonly string[];
  /** Where in ZooKeeper's sources it is decided: `FastLeaderElection.totalOrderPredicate`. */
  readonly code: readonly string[];
  /** The lesson that teaches it, if one does. */
  readonly lesson?: string;
}

export interface MisconceptionWords {
  /** As people say it, without quotation marks. */
  readonly said: string;
  /** One to three sentences. */
  readonly truth: string;
  /** What is to be seen at the moment. */
  readonly see: string;
}

export interface SetMisconception {
  readonly misconception: Misconception;
  readonly words: Readonly<Record<Language, MisconceptionWords>>;
}

/** A scene, its own or that of a lesson, as the run of a misconception: its id tells which. */
export function sceneOf(id: string, scene: Scenario): Scenario {
  return { ...scene, id: `${SCENE}${id}` };
}

const SCENE = 'misconception-';

/** The misconception that a scenario is the run of, by its id; null for any other. */
export function idOfScene(scenario: string): string | null {
  return scenario.startsWith(SCENE) ? scenario.slice(SCENE.length) : null;
}
