import { describe, expect, it } from 'vitest';
import { startOf } from '../scenario/start.ts';
import { decodeScenario } from '../scenario/decode.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { compare } from './compare.ts';
import { type Played, play } from './play.ts';
import { type Recording, decodeRecording } from './recording.ts';
import { renamed } from './renamed.ts';

const files = import.meta.glob<unknown>('./recordings/*.json', { eager: true, import: 'default' });

const recordings = Object.values(files).map(recordingOf);

function recordingOf(json: unknown): Recording {
  const decoded = decodeRecording(json);
  if (!decoded.ok) throw new Error(decoded.error.join('\n'));
  return decoded.value;
}

function problemsOf(recording: Recording, played: Played): readonly unknown[] {
  return [...compare(recording, played), ...(played.failure === null ? [] : [played.failure])];
}

describe('a recorded ensemble and its replay', () => {
  it.each(recordings.map((recording) => [recording.scenario, recording] as const))('%s agree', (_, recording) => {
    expect(problemsOf(recording, play(recording))).toEqual([]);
  });
});

const named = recordings.map((recording) => [recording.scenario, recording] as const);

describe('nothing hangs on chance or on names', () => {
  it.each(named)('%s agrees with other seeds', (_, recording) => {
    for (const seed of [2, 3, 5, 8, 13]) expect(problemsOf(recording, play(recording, seed))).toEqual([]);
  });

  it.each(named)('%s agrees with other server ids', (_, recording) => {
    for (const nameOf of [(sid: number) => sid * 3 + 1, (sid: number) => sid * sid]) {
      const other = renamed(recording, nameOf);
      expect(problemsOf(other, play(other))).toEqual([]);
    }
  });
});

describe('a recording as a scenario', () => {
  it.each(named)('%s: its script run from scratch gives the same run', (_, recording) => {
    const { scenario, end } = play(recording);
    const decoded = decodeScenario(JSON.parse(JSON.stringify(scenario)));
    expect(decoded).toMatchObject({ ok: true });
    if (!decoded.ok) return;
    const live = zooKeeperMachine.resume(startOf(decoded.value, null));
    while (live.world.eventCount < end.world.eventCount) zooKeeperMachine.step(live, false);
    const world = { ...live.world, now: end.world.now };
    expect(zooKeeperMachine.digest({ ...live, world })).toBe(zooKeeperMachine.digest(end));
  });
});
