import { expect, it, vi } from 'vitest';
import { auditor } from '../../audit/audit.ts';
import { freshPath, write } from '../../app/deeds.ts';
import { Session } from '../../app/session.ts';
import { en } from '../../locales/en.ts';
import { enLab } from '../../locales/en-lab.ts';
import { fiveServers } from '../../scenario/builtin/five-servers.ts';
import { startOf } from '../../scenario/start.ts';
import type { Action } from '../../sim/action.ts';
import { zooKeeperMachine } from '../../sim/machine.ts';
import { withScript } from '../../sim/script.ts';
import { select } from '../../sim/select.ts';
import { type Sid, sidOf } from '../../zookeeper/ids.ts';
import { turningPoints } from '../timeline/turning-points.ts';
import { sentence, tell } from '../story/narrate.ts';
import { whoIn } from '../story/who.ts';
import { causesOf } from './causes.ts';

const words = { ...en, ...enLab };
const [s1, s2, s3, s4, s5] = [1, 2, 3, 4, 5].map(sidOf) as [Sid, Sid, Sid, Sid, Sid];

const start = (from: typeof fiveServers) => startOf(from, auditor);

/** Five servers, S3 leads; then the deeds, each when the run has grown quiet, and the run to its end. */
function after(...deeds: readonly (readonly Action[] | ((session: Session, branch: number) => readonly Action[]))[]) {
  const session = new Session({ machine: zooKeeperMachine, withScript, start }, fiveServers);
  let branch = 0;
  for (const deed of deeds) {
    const place = { branch, cursor: session.cursorOfEnd(branch) };
    session.ensureAhead(place, 1);
    const acted = session.act(place, typeof deed === 'function' ? deed(session, branch) : deed);
    if (!acted.ok) throw new Error(acted.error.reason);
    ({ branch } = acted.value);
  }
  const length = session.ensureAhead({ branch, cursor: session.cursorOfEnd(branch) }, 300);
  const run = session.branch(branch);
  const who = whoIn(session.facts(select, { branch, cursor: length }), words);
  const told = (index: number) => sentence(tell(run.entryAt(index), who, words), words);
  return {
    run,
    sids: session.sids,
    /** Why the last event happened of which the sentence says so. */
    why: (pattern: RegExp): readonly string[] => {
      for (let index = length - 1; index >= 0; index--) {
        if (pattern.test(told(index))) return causesOf(run, index, session.sids).map((cause) => told(cause.index));
      }
      throw new Error(`nothing says ${pattern.source}`);
    },
  };
}

const cut: readonly Action[] = [
  {
    do: 'partition',
    groups: [
      [s3, s4],
      [s1, s2, s5],
    ],
  },
];
const writeTo3 = (session: Session, branch: number): readonly Action[] => {
  const place = { branch, cursor: session.cursorOfEnd(branch) };
  return write(session.momentAt(place), s3, freshPath(session, branch));
};

it('a leader steps down because of the cut, and its client loses its call by that', () => {
  const session = after(writeTo3, cut);
  expect(session.why(/steps down/)).toEqual(['S3 steps down: only S3 and S4 in sync.', 'Cut S3 S4 ‖ S1 S2 S5.']);
});

it('a new leader leads because the old one was not heard', () => {
  const why = after(cut).why(/leads epoch 2 and serves/);
  expect(why.at(-1)).toBe('Cut S3 S4 ‖ S1 S2 S5.');
  expect(why.some((text) => text.includes('gives up on S3'))).toBe(true);
  expect(why.some((text) => text.includes('has a quorum'))).toBe(true);
});

it('a frozen leader is given up because it was frozen, not because of what was done and undone before', () => {
  const session = after(cut, [{ do: 'healAll' }], [{ do: 'freeze', server: s5 }]);
  expect(session.why(/gives up on S5/).slice(1)).toEqual(['Freeze S5.']);
});

it('nobody listens where a server was killed; before its first start the caller’s own start is why', () => {
  const session = after([{ do: 'kill', server: s4 }], [{ do: 'kill', server: s3 }]);
  expect(session.why(/cannot reach S4/).slice(1)).toEqual(['Kill S4.']);
  expect(session.why(/S1 cannot reach S5/).slice(1)).toEqual(['Start S1.']);
});

it('a tick counts once, however often it came before', () => {
  const session = after([{ do: 'kill', server: s2 }]);
  expect(session.run.length).toBeGreaterThan(450);
  const ticks = session.why(/hears a PING/).filter((text) => text.includes('half a tick'));
  expect(ticks.length).toBeLessThan(2);
});

it('decodes the events of the chain alone, however much was done before', () => {
  const writes = Array.from({ length: 12 }, () => writeTo3);
  const { run, sids } = after(...writes);
  turningPoints(run);
  const decoded = vi.spyOn(run, 'entryAt');
  const causes = causesOf(run, run.length - 1, sids);
  expect(decoded.mock.calls.map(([index]) => index)).toEqual(causes.map(({ index }) => index));
  expect(causes.length).toBeGreaterThan(2);
});
