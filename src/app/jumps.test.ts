import { expect, it } from 'vitest';
import { leaderKilled } from '../scenario/builtin/leader-killed.ts';
import type { Entry } from '../sim/entry.ts';
import type { NoteKind } from '../zookeeper/notes.ts';
import { fakePage } from './fake-page.ts';
import { type Aim, jump } from './jumps.ts';
import { createLab } from './lab.ts';

async function opened() {
  const lab = createLab(fakePage());
  await lab.whole;
  lab.store.getState().openScenario(leaderKilled);
  const state = () => lab.store.getState();
  return { lab, state, last: (): Entry | null => lab.session.lastEntry(state()) };
}

const told = (entry: Entry | null, ...kinds: readonly NoteKind[]) =>
  entry?.notes.some(({ kind }) => kinds.includes(kind)) ?? false;

it.each<[Aim, (entry: Entry | null) => boolean]>([
  ['commit', (entry) => told(entry, 'committed')],
  ['epoch', (entry) => told(entry, 'acceptedEpochWritten', 'currentEpochWritten')],
  ['leader', (entry) => told(entry, 'servingStarted')],
  ['change', (entry) => told(entry, 'started', 'stateChanged', 'electionStarted', 'voteAdopted', 'quorumAgrees')],
  ['lost', (entry) => (entry?.lost.length ?? 0) > 0],
])('%s: from one to the next, and back over the same', async (aim, isIt) => {
  const { lab, state, last } = await opened();
  const met: number[] = [];
  for (let before = -1; state().cursor !== before && met.length < 8;) {
    before = state().cursor;
    jump(lab, aim, 1);
    if (state().cursor === before) break;
    expect(isIt(last())).toBe(true);
    met.push(state().cursor);
  }
  expect(met.length).toBeGreaterThan(aim === 'leader' ? 1 : 2);
  for (const cursor of met.toReversed().slice(1)) {
    jump(lab, aim, -1);
    expect(state().cursor).toBe(cursor);
  }
});

it('stays and says so where there is none', async () => {
  const { lab, state } = await opened();
  jump(lab, 'commit', -1);
  expect(state()).toMatchObject({ cursor: 0, notice: { kind: 'notMet' } });
  state().tell(null);
  jump(lab, 'violation', 1);
  expect(state()).toMatchObject({ cursor: 0, notice: { kind: 'notMet' } });
});
