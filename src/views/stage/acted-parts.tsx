/**
 * The parts of the stage that nothing shows before somebody acts: cuts and their words, clients, groups, the line one
 * draws. The first picture does without them, so they come right after it.
 */
import type { ReactNode } from 'react';
import type { Group } from '../../app/grouping.ts';
import type { LabState } from '../../app/store.ts';
import type { Catalogue } from '../../locales/en.ts';
import type { Entry } from '../../sim/entry.ts';
import type { StageFacts } from '../../sim/facts.ts';
import { isPing } from '../../zookeeper/packets.ts';
import { Arrival } from './Arrival.tsx';
import { ClientMarks } from './ClientMarks.tsx';
import { CutLineMark } from './CutLineMark.tsx';
import { CutWords } from './CutWords.tsx';
import { cutLine } from './cut-line.ts';
import { runningIn } from './cut-texts.ts';
import type { CutLine, PairLink } from './cuts.ts';
import { type Lit, litBy } from './density.ts';
import { DrawnCut } from './DrawnCut.tsx';
import type { Waiting } from './flights.ts';
import { GroupLetter } from './GroupLetter.tsx';
import { LitPath } from './LitPath.tsx';
import { MessageNames } from './MessageNames.tsx';
import { ServerDrag } from './ServerDrag.tsx';
import type { Place, StageLayout } from './layout.ts';
import { waitingAt } from './waiting.ts';

interface Drawn {
  readonly layout: StageLayout;
  readonly pairs: readonly PairLink[];
  readonly line: CutLine | null;
  readonly waiting: Waiting;
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

/** Where the cuts are, and what waits at them; null where nothing is cut. */
export function cutsOf(
  layout: StageLayout,
  pairs: readonly PairLink[],
): { readonly line: CutLine | null; readonly waiting: Waiting } | null {
  if (pairs.every(({ cut }) => cut === 'none')) return null;
  const line = cutLine(layout, pairs);
  return { line, waiting: waitingAt(layout, pairs, line) };
}

/** What has just arrived, while nothing moves. */
export function arrival({
  facts,
  layout,
  entry,
}: Pick<Drawn, 'facts' | 'layout'> & { readonly entry: Entry | null }): ReactNode {
  if (entry?.kind !== 'received') return null;
  const isHeartbeat = entry.packet !== null && isPing(entry.packet.type);
  return <Arrival facts={facts} layout={layout} from={entry.other} to={entry.node} isPing={isHeartbeat} />;
}

/** Where two sides are parted: above the links. */
export function cutInForce(line: CutLine | null): ReactNode {
  return line !== null && <CutLineMark line={line} />;
}

/** What is left of a cut cluster: above all that is drawn below the messages. */
export function cutWords({ layout, pairs, line, waiting, facts, words }: Drawn): ReactNode {
  return (
    <CutWords
      layout={layout}
      pairs={pairs}
      line={line}
      waiting={waiting}
      verifier={facts.quorumVerifier}
      running={runningIn(facts.servers)}
      words={words}
    />
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
