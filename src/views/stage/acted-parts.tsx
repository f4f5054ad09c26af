/**
 * The parts of the stage that nothing shows before somebody acts: cuts and their words, clients, groups, the line one
 * draws. The first picture does without them, so they come right after it.
 */
import type { ReactNode } from 'react';
import type { Group } from '../../app/grouping.ts';
import type { LabState } from '../../app/store.ts';
import type { Catalogue } from '../../locales/en.ts';
import type { StageFacts } from '../../sim/facts.ts';
import { ClientMarks } from './ClientMarks.tsx';
import { CutLineMark } from './CutLineMark.tsx';
import { CutWords } from './CutWords.tsx';
import type { CutLine, PairLink } from './cuts.ts';
import { type Lit, litBy } from './density.ts';
import { DrawnCut } from './DrawnCut.tsx';
import { GroupLetter } from './GroupLetter.tsx';
import { LitPath } from './LitPath.tsx';
import { MessageNames } from './MessageNames.tsx';
import { ServerDrag } from './ServerDrag.tsx';
import type { Place, StageLayout, StageScale } from './layout.ts';

interface Drawn {
  readonly layout: StageLayout;
  readonly pairs: readonly PairLink[];
  readonly line: CutLine | null;
  readonly scale: StageScale;
  readonly facts: StageFacts;
  readonly words: Catalogue;
}

/** Takes what is drawn across the stage: below the links. */
export function drawingGround(layout: StageLayout): ReactNode {
  return <DrawnCut layout={layout} />;
}

export { placed } from './placed.ts';

/** Servers are put elsewhere, or on islands: what is dragged is anywhere on the stage, islands lie below the links. */
export function serverDrag(layout: StageLayout): ReactNode {
  return <ServerDrag layout={layout} />;
}

/** What is in full ink; null where all is. */
export function lit(seen: Parameters<typeof litBy>[0]): Lit | null {
  return litBy(seen);
}

/** The cuts in force: above the links. */
export function cutsInForce({ layout, pairs, line, scale, facts, words }: Drawn): ReactNode {
  return (
    <>
      {line !== null && <CutLineMark line={line} />}
      {scale !== 'first' && (
        <CutWords layout={layout} pairs={pairs} line={line} verifier={facts.quorumVerifier} words={words} />
      )}
    </>
  );
}

/** What the open answer speaks of: above the links. */
export function litPath({ facts, layout }: Pick<Drawn, 'facts' | 'layout'>): ReactNode {
  return <LitPath facts={facts} layout={layout} />;
}

/** Clients, outside the ring. */
export function clients({
  facts,
  layout,
  words,
  selection,
}: Pick<Drawn, 'facts' | 'layout' | 'words'> & { readonly selection: LabState['selection'] }): ReactNode {
  return <ClientMarks facts={facts} layout={layout} selection={selection} words={words} />;
}

/** What every message is, written beside it: for those who sit far away. */
export function messageNames(props: Parameters<typeof MessageNames>[0]): ReactNode {
  return <MessageNames {...props} />;
}

/** The letter of a server's group while groups are made. */
export function groupLetter(group: Group, place: Place): ReactNode {
  return <GroupLetter group={group} place={place} />;
}
