/**
 * What another language than English consists of: one catalogue for each of English, with the same keys. English is
 * loaded piece by piece with what it is for; any other language comes in one piece, when it is chosen.
 */
import type { AlgorithmCatalogue } from './en-algorithm.ts';
import type { BugsCatalogue } from './en-bugs.ts';
import type { ChallengesCatalogue } from './en-challenges.ts';
import type { ConsolesCatalogue } from './en-consoles.ts';
import type { DataCatalogue } from './en-data.ts';
import type { DictionaryCatalogue } from './en-dictionary.ts';
import type { EnsembleCatalogue } from './en-ensemble.ts';
import type { HandoutCatalogue } from './en-handout.ts';
import type { InspectorCatalogue } from './en-inspector.ts';
import type { LabCatalogue } from './en-lab.ts';
import type { GlossaryCatalogue } from './en-glossary.ts';
import type { LessonsCatalogue } from './en-lessons.ts';
import type { MisconceptionsCatalogue } from './en-misconceptions.ts';
import type { ActingCatalogue } from './en-acting.ts';
import type { MovesCatalogue } from './en-moves.ts';
import type { PlanCatalogue } from './en-plan.ts';
import type { ScreensCatalogue } from './en-screens.ts';
import type { ServerLogCatalogue } from './en-server-log.ts';
import type { SpeakerCatalogue } from './en-speaker.ts';
import type { Catalogue } from './en.ts';
import type { WhyCatalogue } from './en-why.ts';
import type { Language } from './language.ts';

/** For what comes after the first picture. */
export type LabWords = Catalogue & LabCatalogue;

/** Those, and the words for changing what happens. */
export type PlanWords = LabWords & { readonly plan: PlanCatalogue };

/** The catalogues by what they are for. A new one is added here, beside its English, and in every language. */
export interface Catalogues {
  readonly page: Catalogue;
  readonly lab: LabWords;
  readonly plan: PlanWords;
  readonly moves: MovesCatalogue;
  readonly acting: ActingCatalogue;
  readonly inspector: InspectorCatalogue;
  readonly ensemble: EnsembleCatalogue;
  readonly consoles: ConsolesCatalogue;
  readonly algorithm: AlgorithmCatalogue;
  readonly data: DataCatalogue;
  readonly serverLog: ServerLogCatalogue;
  readonly lessons: LessonsCatalogue;
  readonly screens: ScreensCatalogue;
  readonly why: WhyCatalogue;
  readonly bugs: BugsCatalogue;
  readonly glossary: GlossaryCatalogue;
  readonly challenges: ChallengesCatalogue;
  readonly misconceptions: MisconceptionsCatalogue;
  readonly dictionary: DictionaryCatalogue;
  readonly speaker: SpeakerCatalogue;
  readonly handout: HandoutCatalogue;
}

export interface Translation extends Catalogues {
  readonly language: Language;
}
