import { describe, expect, it } from 'vitest';
import { auditor } from '../../audit/audit.ts';
import { freshPath, write } from '../../app/deeds.ts';
import type { Question } from '../../app/question.ts';
import { Session } from '../../app/session.ts';
import { en } from '../../locales/en.ts';
import { enLab } from '../../locales/en-lab.ts';
import { enWhy } from '../../locales/en-why.ts';
import { fiveServers } from '../../scenario/builtin/five-servers.ts';
import { leaderKilled } from '../../scenario/builtin/leader-killed.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { startOf } from '../../scenario/start.ts';
import type { Action } from '../../sim/action.ts';
import type { ServerFacts, StageFacts } from '../../sim/facts.ts';
import { zooKeeperMachine } from '../../sim/machine.ts';
import { withScript } from '../../sim/script.ts';
import { select } from '../../sim/select.ts';
import { type Sid, type Zxid, sidOf, zxidLabel } from '../../zookeeper/ids.ts';
import { whoIn } from '../story/who.ts';
import { zk1277 } from '../../scenario/builtin/bugs/zk1277.ts';
import { answerTo } from './answers.ts';
import { litBy } from './lit.ts';
import { sentencesOf } from './sentences.ts';
import { questionText } from './why-words.ts';

const words = { ...en, ...enLab };
const [s1, s2, s3, s4, s5] = [1, 2, 3, 4, 5].map(sidOf) as [Sid, Sid, Sid, Sid, Sid];

/** A run, and what can be asked of it. */
class Asked {
  readonly session: Session;
  branch = 0;
  cursor = 0;

  constructor(scenario: Scenario) {
    const engine = { machine: zooKeeperMachine, withScript, start: (one: Scenario) => startOf(one, auditor) };
    this.session = new Session(engine, scenario);
    this.toEnd();
  }

  get facts(): StageFacts {
    return this.session.facts(select, { branch: this.branch, cursor: this.cursor });
  }

  /** Until nothing changes any more by itself. */
  toEnd(): this {
    this.cursor = this.session.cursorOfEnd(this.branch);
    this.session.ensureAhead({ branch: this.branch, cursor: this.cursor }, 300);
    return this;
  }

  /** Done here, as one deed. */
  do(actions: readonly Action[], then: 'stay' | 'toEnd' = 'toEnd'): this {
    const acted = this.session.act({ branch: this.branch, cursor: this.cursor }, actions);
    if (!acted.ok) throw new Error(acted.error.reason);
    ({ branch: this.branch, cursor: this.cursor } = acted.value);
    this.session.ensureAhead({ branch: this.branch, cursor: this.cursor }, 300);
    return then === 'toEnd' ? this.toEnd() : this;
  }

  write(server: Sid, then: 'stay' | 'toEnd' = 'toEnd'): this {
    const moment = this.session.momentAt({ branch: this.branch, cursor: this.cursor });
    return this.do(write(moment, server, freshPath(this.session, this.branch)), then);
  }

  /** On to the first moment that fits. */
  until(fits: (facts: StageFacts, run: this) => boolean): this {
    for (let steps = 0; steps < 3000; steps++) {
      if (fits(this.facts, this)) return this;
      this.session.ensureAhead({ branch: this.branch, cursor: this.cursor }, 300);
      this.cursor += 1;
    }
    throw new Error('it never comes to that');
  }

  at(cursor: number): this {
    this.cursor = cursor;
    return this;
  }

  server(sid: Sid): ServerFacts {
    const found = this.facts.servers.find((one) => one.sid === sid);
    if (found === undefined) throw new Error(`no server ${sid}`);
    return found;
  }

  /** What waits for acks at a server. */
  proposed(sid: Sid): Zxid {
    const zxid = this.server(sid).waits.find((wait) => wait.for === 'proposal')?.zxid ?? null;
    if (zxid === null) throw new Error(`S${sid} proposes nothing`);
    return zxid;
  }

  /** The question as it is put, and the answer to it sentence by sentence. */
  ask(question: Question): readonly string[] {
    const { facts, cursor } = this;
    const run = this.session.branch(this.branch);
    const who = whoIn(facts, words, run);
    const told = { words, why: enWhy, facts, run, who };
    const answer = answerTo({ question, facts, run, cursor });
    return [questionText(question, told), ...sentencesOf(answer, told)];
  }
}

const leads =
  (sid: Sid) =>
  (facts: StageFacts): boolean =>
    facts.servers.some((one) => one.sid === sid && one.state === 'LEADING' && one.serving);
const anybodyLeadsBut =
  (sid: Sid) =>
  ({ servers }: StageFacts): boolean =>
    servers.some((one) => one.sid !== sid && one.state === 'LEADING' && one.serving);

describe('after an election', () => {
  const run = new Asked(fiveServers);

  it('a leader leads because votes for it met lesser ones, which began with a start', () => {
    expect(run.ask({ ask: 'role', sid: s3 })).toEqual([
      'Why does S3 lead?',
      'S3 believes it leads epoch 1, and S1, S2, S4 and S5 believe so too: 5 of 5, a quorum.',
      'S3 has a quorum in epoch 1: S1, S2 and S3.',
      'S3 fixes epoch 1: above all of S1, S2 and S3.',
      'S2 believes S3 elected: S1, S2 and S3 agree.',
      'S2 has a quorum for S3: waits 200 ms for a better vote.',
      'S1 now votes for S3: same epoch, same log, larger id.',
      'Start S3.',
    ]);
  });

  it('the largest id does not lead where it came when others had elected', () => {
    expect(run.ask({ ask: 'notLeader', sid: s5 })).toEqual([
      'Why does S5 not lead?',
      'S5 came when S3 was already leading, and joined it: no new election.',
      'S1, S2 and S3 elected S3 before any vote for S5 came.',
      'S4 came when S3 was already leading, and joined it: no new election.',
    ]);
  });

  it('of every other server it is told why it does not lead', () => {
    expect(run.ask({ ask: 'noOtherLeader', sid: s3 })).toEqual([
      'Why does nobody else lead?',
      'S3 believes it leads epoch 1, and S1, S2, S4 and S5 believe so too: 5 of 5, a quorum.',
      'S1 gave up its own vote for S2: same epoch and log, larger id, 2 over 1.',
      'S2 gave up its own vote for S3: same epoch and log, larger id, 3 over 2.',
      'S4 and S5 came when S3 was already leading, and joined it: no new election.',
    ]);
  });

  it('a vote is what it was taken over from', () => {
    expect(run.ask({ ask: 'vote', sid: s1 })).toEqual([
      'Why does S1 vote for S3?',
      'S1 voted for S3: epoch 1, empty log, id 3.',
      'S1 now votes for S3: same epoch, same log, larger id.',
      'S3 can exchange votes with S1.',
      'S1 is called by S3.',
      'Start S3.',
    ]);
  });

  it('a vote that has met nobody else’s is for oneself', () => {
    const early = new Asked(leaderKilled).at(0).until((_, the) => the.server(s3).state === 'LOOKING');
    expect(early.ask({ ask: 'notLeader', sid: s3 }).slice(0, 3)).toEqual([
      'Why does S3 not lead?',
      'S3 is LOOKING in round 1: it votes for itself and counts S3: 1 of 3, 2 are needed.',
      'S1 and S2 vote each for themselves: no vote for S3 has reached them.',
    ]);
  });

  it('before the first start of the others one vote is not enough', () => {
    const early = new Asked(fiveServers)
      .at(0)
      .until((_, { session, cursor }) => session.branch(0).timeAt(cursor) > 500);
    expect(early.ask({ ask: 'notLeader', sid: s1 })).toEqual([
      'Why does S1 not lead?',
      'S1 is LOOKING in round 1: it votes for itself and counts S1: 1 of 5, 3 are needed.',
      'S2, S3, S4 and S5 were not started yet.',
      'Next, if nobody acts: Start S2.',
    ]);
  });
});

describe('transactions', () => {
  it('a write is committed because a quorum has it on disk, down to what the client did', () => {
    const run = new Asked(fiveServers).write(s3);
    expect(run.ask({ ask: 'txn', zxid: run.server(s3).lastZxid })).toEqual([
      'Why is 1·2 committed?',
      'S3 committed 1·2 when it had heard that S1, S3 and S5 have it on disk: 3 of 5, a quorum.',
      'S5 has 1·2 on disk.',
      'S3 proposes 1·2 to S1, S2, S4 and S5.',
      'c3 asks S3: create /w1.',
      'S3 commits 1·1: 3 of 5 have it on disk.',
      'S3 proposes 1·1 to S1, S2, S4 and S5.',
      'Client c3 connects to S3.',
    ]);
  });

  it('a follower that is frozen does not have what the others have committed', () => {
    const run = new Asked(fiveServers).do([{ do: 'freeze', server: s1 }], 'stay').write(s3, 'stay');
    run.until((facts) => facts.servers.some(({ waits }) => waits.length > 0));
    const zxid = run.proposed(s3);
    expect(run.ask({ ask: 'notCommitted', zxid })).toEqual([
      'Why is 1·1 not committed?',
      'S3 has counted nobody for 1·1: 0 of 5, 3 are needed.',
      'S1 is frozen: nothing is read, nothing answered.',
      'S2, S4 and S5 have not received the PROPOSAL: it is still on its way.',
      'S3 has it in memory: the disk is not done.',
      'Next, if nobody acts: S3 commits 1·1: 3 of 5 have it on disk.',
    ]);
    run.toEnd();
    expect(run.ask({ ask: 'notCommitted', zxid }).slice(1)).toEqual([
      '1·1 is committed, but not applied everywhere.',
      'S1 does not have it.',
    ]);
    expect(run.ask({ ask: 'notServing', sid: s1 }).slice(1)).toEqual([
      'S1 is frozen: nothing is read, nothing answered.',
    ]);
  });

  it('a write on the small side of a cut lacks those beyond it; once another leads nobody asks for it, and it is cut away', () => {
    const run = new Asked(fiveServers).write(s3);
    const apart: Action = { do: 'partition', groups: [[s3], [s1, s2, s4, s5]] };
    run
      .do([apart], 'stay')
      .write(s3, 'stay')
      .until((facts) => facts.servers.some(({ waits }) => waits.length > 0));
    run.until((_, the) => the.server(s3).waits[0]?.acks.length === 1);
    const zxid = run.proposed(s3);
    expect(run.ask({ ask: 'notCommitted', zxid }).slice(0, 3)).toEqual([
      'Why is 1·3 not committed?',
      'S3 has counted S3 for 1·3: 1 of 5, 3 are needed.',
      'S1, S2, S4 and S5 are cut off from S3: nothing passes.',
    ]);
    expect(run.ask({ ask: 'txn', zxid })[0]).toBe('Where does 1·3 come from?');
    run.until(anybodyLeadsBut(s3));
    expect(run.ask({ ask: 'notCommitted', zxid }).slice(1, 4)).toEqual([
      'Nobody asks for 1·3 any more: S3 has it, and S5, which leads, does not propose it.',
      'S1, S2, S4 and S5 do not have it.',
      'S3 has it in the log.',
    ]);
    run.do([{ do: 'healAll' }]);
    expect(run.ask({ ask: 'notCommitted', zxid }).slice(1)).toEqual([
      'No server has 1·3.',
      'S1, S2, S4 and S5 do not have it.',
      'S3 had it, and it was cut away.',
    ]);
    expect(run.ask({ ask: 'role', sid: s3 })).toEqual([
      'Why does S3 follow S5?',
      'S3 believes S5 leads epoch 2, and follows it.',
      'S3 joins epoch 2 (currentEpoch 1 → 2).',
      'S3 cuts its log back to 1·2: 1·3 gone.',
      'S5 tells S3 to cut back to 1·2 (TRUNC): S3 has 1·3.',
      'S3 believes S5 elected: a leader is already there.',
      'S3 steps down: only S3 in sync.',
      'Cut S3 ‖ S1 S2 S4 S5.',
    ]);
  });

  it('what a new leader had in its log is committed by those who took that log', () => {
    const run = new Asked(leaderKilled);
    const zxid = run.server(s2).lastZxid;
    // All of it came before the kill: the next leader commits nothing by acks.
    run.at(0).until((_, the) => the.server(s3).waits.some((wait) => wait.for === 'proposal'));
    run.until((_, the) => the.server(s1).log.some((cell) => cell.zxid === run.proposed(s3) && cell.onDisk));
    const early = run.proposed(s3);
    run.do([{ do: 'kill', server: s3 }], 'stay').until(leads(s2));
    expect(zxid).toBeGreaterThanOrEqual(early);
    expect(run.ask({ ask: 'txn', zxid: early }).slice(0, 2)).toEqual([
      `Why is ${zxidLabel(early)} committed?`,
      `S2 had ${zxidLabel(early)} in its log when it came to lead, and S1 and S2 took that log: a quorum.`,
    ]);
  });
});

describe('after the leader is killed', () => {
  const run = new Asked(leaderKilled).at(0).until(leads(s2));

  it('another leads, and why that one', () => {
    expect(run.ask({ ask: 'role', sid: s2 })).toEqual([
      'Why does S2 lead?',
      'S2 believes it leads epoch 2, and S1 believes so too: 2 of 3, a quorum.',
      'S2 has a quorum in epoch 2: S1 and S2.',
      'S2 fixes epoch 2: above all of S1 and S2.',
      'S1 believes S2 elected: S1 and S2 agree.',
      'S1 now votes for S2: same epoch, same log, larger id.',
      'S2 gives up on S3: the connection closed.',
      'Kill S3.',
    ]);
  });

  it('the old one is down, and that is why it does not lead', () => {
    expect(run.ask({ ask: 'role', sid: s3 })).toEqual(['Why is S3 down?', 'S3 is down.', 'Kill S3.']);
    expect(run.ask({ ask: 'notLeader', sid: s3 })).toEqual(['Why does S3 not lead?', 'S3 is down.', 'Kill S3.']);
  });

  it('a follower turned LOOKING because its connection closed', () => {
    const looking = new Asked(leaderKilled)
      .at(0)
      .until(leads(s3))
      .until((_, the) => the.server(s2).state === 'LOOKING');
    expect(looking.ask({ ask: 'role', sid: s2 })).toEqual([
      'Why is S2 LOOKING?',
      'S2 is LOOKING in round 2: it votes for itself and counts S2: 1 of 3, 2 are needed.',
      'S2 gives up on S3: the connection closed.',
      'Kill S3.',
    ]);
  });
});

describe('in a cut', () => {
  const small: Action = {
    do: 'partition',
    groups: [
      [s3, s4],
      [s1, s2, s5],
    ],
  };

  it('the old leader believes on, and says with how many', () => {
    const run = new Asked(fiveServers)
      .do([small], 'stay')
      .until((facts) => facts.servers.some((one) => one.state === 'LOOKING'));
    run.until(
      (_, the) => [s1, s2, s5].every((sid) => the.server(sid).leader !== s3) && the.server(s3).state === 'LEADING',
    );
    expect(run.ask({ ask: 'notLeader', sid: s3 }).slice(1, 3)).toEqual([
      'S3 believes it leads epoch 1, but only S3 and S4 believe so: 2 of 5, 3 are needed.',
      'S1, S2 and S5 are cut off from S3: nothing passes.',
    ]);
  });

  it('its side elects nobody: each names whose votes it lacks', () => {
    const run = new Asked(fiveServers).do([small]).until((_, the) => the.server(s4).ballot?.agreeing.length === 2);
    expect(run.ask({ ask: 'role', sid: s3 }).slice(2)).toEqual([
      'S3 steps down: only S3 and S4 in sync.',
      'Cut S3 S4 ‖ S1 S2 S5.',
    ]);
    expect(run.ask({ ask: 'notLeader', sid: s4 })).toEqual([
      'Why does S4 not lead?',
      'S4 is LOOKING in round 2: it votes for itself and counts S3 and S4: 2 of 5, 3 are needed.',
      'S1, S2 and S5 are cut off from S4: nothing passes.',
    ]);
    expect(run.ask({ ask: 'notLeader', sid: s3 })).toEqual([
      'Why does S3 not lead?',
      'S3 gave up its own vote for S4: same epoch and log, larger id, 4 over 3.',
      'S1, S2 and S5 elected S5 before any vote for S3 came.',
      'S4 preferred itself to S3: same epoch and log, larger id, 4 over 3.',
    ]);
  });
});

it('a frozen leader would believe on; thawed, it learns that it leads no more', () => {
  const run = new Asked(fiveServers).do([{ do: 'freeze', server: s3 }], 'stay').until(anybodyLeadsBut(s3));
  expect(run.ask({ ask: 'role', sid: s3 }).slice(1)).toEqual([
    'S3 is frozen, and would still believe it leads.',
    'Freeze S3.',
  ]);
  run.do([{ do: 'thaw', server: s3 }], 'stay');
  expect(run.ask({ ask: 'notLeader', sid: s3 }).slice(1, 4)).toEqual([
    'S3 believes it leads epoch 1, but only S3 and S5 believe so: 2 of 5, 3 are needed.',
    'S1 and S2 still believe S4 leads, and elect nobody.',
    'S4 believes it leads epoch 2 itself.',
  ]);
});

it('without a quorum nobody can be elected, whoever runs', () => {
  const run = new Asked(fiveServers).do([s1, s2, s3].map((server) => ({ do: 'kill', server })));
  run.until((_, the) => the.server(s4).ballot?.agreeing.length === 2 && the.server(s5).ballot?.agreeing.length === 2);
  expect(run.ask({ ask: 'noLeader' })).toEqual([
    'Why is there no leader?',
    'Only S4 and S5 run: 2 of 5, 3 are needed, so nobody can be elected.',
    'S1, S2 and S3 are down.',
    'S4 and S5 vote for S5 and count S4 and S5: 2 of 5, 3 are needed; nothing yet from S1 S2 S3.',
  ]);
});

describe('an observer', () => {
  const servers = [{ sid: s1 }, { sid: s2 }, { sid: s3 }, { sid: s4 }, { sid: s5, observer: true as const }];
  const run = new Asked({ ...fiveServers, servers });

  it('may not be elected', () => {
    expect(run.ask({ ask: 'notLeader', sid: s5 }).slice(1)).toEqual([
      'S5 is an observer: it has no vote and may not be elected.',
    ]);
  });

  it('serves nobody where voters have no leader', () => {
    const lost = new Asked({ ...fiveServers, servers }).do([
      { do: 'kill', server: s3 },
      { do: 'kill', server: s4 },
    ]);
    expect(lost.ask({ ask: 'notServing', sid: s5 }).slice(1)).toEqual([
      'S5 is an observer that knows of no leader.',
      'S1 and S2 vote for S2 and count S1 and S2: 2 of 4, 3 are needed; nothing yet from S3 S4.',
      'S3 and S4 are down.',
    ]);
  });
});

it('an elected server that does not serve yet says whose answers it lacks', () => {
  const run = new Asked(fiveServers).at(0).until((_, the) => the.server(s3).waits[0]?.for === 'epochAck');
  expect(run.ask({ ask: 'notServing', sid: s3 }).slice(0, 4)).toEqual([
    'Why does S3 not serve?',
    'S3 is elected and waits for a quorum to accept its epoch: it has 1 of 5, 3 are needed.',
    'S1 and S2 believe S3 leads and are in discovery.',
    'S4 and S5 were not started yet.',
  ]);
});

it('a message was sent because of something, and waits where a cut holds it', () => {
  const run = new Asked(fiveServers).do([{ do: 'cut', from: s3, to: s1 }], 'stay').write(s3, 'stay');
  run.until((facts) => facts.messages.some(({ type, held }) => type === 'PROPOSAL' && held === 'cut'));
  const message = run.facts.messages.find(({ type, held }) => type === 'PROPOSAL' && held === 'cut');
  const seq = message?.seq ?? -1;
  expect(run.ask({ ask: 'message', seq }).slice(0, 3)).toEqual([
    'Why this PROPOSAL from S3 to S1?',
    'PROPOSAL from S3 to S1 is held at the cut.',
    'S3 proposes 1·1 to S1, S2, S4 and S5.',
  ]);
  expect(run.ask({ ask: 'notArrived', seq }).slice(1)).toEqual([
    'PROPOSAL from S3 to S1 is held at the cut.',
    'Cut S3 → S1.',
  ]);
});

it('what is said of several servers at once is marked at each of them', () => {
  const run = new Asked(leaderKilled)
    .at(0)
    .until(leads(s3))
    .do([
      { do: 'kill', server: s1 },
      { do: 'kill', server: s2 },
    ]);
  const { facts, cursor } = run;
  const asked = { question: { ask: 'noLeader' }, place: { branch: run.branch, cursor }, unfolds: false } as const;
  const timeline = run.session.branch(run.branch);
  const answer = answerTo({ question: asked.question, facts, run: timeline, cursor });
  const marked = litBy(answer, asked, timeline).events.map(({ index }) => timeline.entryAt(index).action);
  expect(marked).toEqual([
    { do: 'kill', server: s1 },
    { do: 'kill', server: s2 },
  ]);
});

describe('whatever is asked, whenever', () => {
  const runs: readonly (readonly [string, () => Asked])[] = [
    ['five servers', () => new Asked(fiveServers).write(s3)],
    ['three, the leader killed', () => new Asked(leaderKilled)],
    [
      'a cut',
      () =>
        new Asked(fiveServers)
          .do(
            [
              {
                do: 'partition',
                groups: [
                  [s3, s4],
                  [s1, s2, s5],
                ],
              },
            ],
            'stay',
          )
          .write(s3),
    ],
    ['a frozen leader', () => new Asked(fiveServers).do([{ do: 'freeze', server: s3 }])],
  ];

  it.each(runs)('%s: at most seven sentences, and a chain ends outside or in a wait', (_, make) => {
    const asked = make();
    const end = asked.cursor;
    const wrong: string[] = [];
    for (let cursor = 1; cursor <= end; cursor += 7) {
      for (const question of questionsAt(asked.at(cursor))) {
        const sentences = asked.ask(question).slice(1);
        const run = asked.session.branch(asked.branch);
        const last = answerTo({ question, facts: asked.facts, run, cursor }).causes.at(-1)?.entry.kind;
        const isRoot = last === undefined || ['action', 'fired', 'timedOut'].includes(last);
        if (sentences.length > 7 || /undefined|null|NaN/.test(sentences.join(' ')) || !isRoot) {
          wrong.push(`${cursor} ${JSON.stringify(question)}: ${sentences.join(' ')}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

function questionsAt({ facts, cursor }: Asked): readonly Question[] {
  const zxids = new Set(facts.servers.flatMap(({ log }) => log.map(({ zxid }) => zxid)));
  return [
    { ask: 'event', index: cursor - 1 },
    { ask: 'noLeader' },
    ...facts.servers.flatMap(({ sid }): readonly Question[] => [
      { ask: 'role', sid },
      { ask: 'vote', sid },
      { ask: 'notLeader', sid },
      { ask: 'noOtherLeader', sid },
      { ask: 'notServing', sid },
    ]),
    ...[...zxids].flatMap((zxid): readonly Question[] => [
      { ask: 'txn', zxid },
      { ask: 'notCommitted', zxid },
    ]),
    ...facts.messages.slice(0, 3).flatMap(({ seq }): readonly Question[] => [
      { ask: 'message', seq },
      { ask: 'notArrived', seq },
    ]),
  ];
}

it('2 a process that ended itself says with which code, and why', () => {
  const asked = new Asked(zk1277.scenario);
  expect(asked.ask({ ask: 'role', sid: s1 })).toContain(
    'S1 ended with exit code 12: a COMMIT was not for the transaction that was next.',
  );
});

const isAnswered = ({ clients }: StageFacts): boolean => clients.every(({ unanswered }) => unanswered === 0);
const nameOf = (facts: StageFacts, node: number): Sid =>
  facts.servers.find((one) => one.node === node)?.sid ?? sidOf(0);

/** One that is under way and fits, as an action calls it. */
const messageOf = (run: Asked, fits: (message: StageFacts['messages'][number]) => boolean) => {
  const { facts } = run;
  const message = facts.messages.find(fits);
  if (message === undefined) throw new Error('no such message is under way');
  const { from, to, type: packet, number } = message;
  return { from: nameOf(facts, from), to: nameOf(facts, to), packet, number };
};
describe('clients, links, single messages', () => {
  const apart: Action = {
    do: 'partition',
    groups: [
      [s3, s4],
      [s1, s2, s5],
    ],
  };

  it('a client waits because its write lacks acks, each with its reason', () => {
    const run = new Asked(fiveServers).write(s3).do([apart], 'stay').write(s3, 'stay');
    run.until((_, the) => the.server(s3).waits[0]?.acks.length === 2);
    const [title, ...said] = run.ask({ ask: 'client', name: 'c3' });
    expect(title).toBe('Why does c3 wait?');
    expect(said).toEqual([
      'c3 waits for 1 answer of S3.',
      'Client c3: create /w2.',
      'S3 has counted S3 and S4 for 1·3: 2 of 5, 3 are needed.',
      'S1, S2 and S5 are cut off from S3: nothing passes.',
      'Next, if nobody acts: S1 gives up on S3: silent for 10 s.',
    ]);
    expect(run.ask({ ask: 'notAnswered', name: 'c3' })[0]).toBe('Why has c3 no answer yet?');
  });

  it('a client is told that its server reads nothing from it, once that is so and until it is over', () => {
    const run = new Asked({ ...fiveServers, service: { ...fiveServers.service, globalOutstandingLimit: 4 } }).write(s3);
    run.until(isAnswered).do([apart], 'stay').write(s3, 'stay').write(s3, 'stay');
    const cited =
      'S3 reads nothing more from c3 for now, pings included: 2 requests were under way, above its limit of 1 (globalOutstandingLimit).';
    const asked = (): readonly string[] => run.ask({ ask: 'client', name: 'c3' });
    run.until((facts) => facts.messages.every(({ family }) => family !== 'client'));
    expect(asked()).not.toContain(cited);
    run.write(s3, 'stay').until((facts) => facts.messages.every(({ family }) => family !== 'client'));
    const said = asked();
    expect(said.slice(0, 4)).toEqual([
      'Why does c3 wait?',
      'c3 waits for 3 answers of S3.',
      'Client c3: create /w2.',
      cited,
    ]);
    expect(said.length).toBeLessThanOrEqual(8); // the question, and seven sentences
    const { facts, cursor } = run;
    const branch = run.session.branch(run.branch);
    const [first] = answerTo({ question: { ask: 'client', name: 'c3' }, facts, run: branch, cursor }).reasons;
    expect(branch.entryAt(first?.index ?? -1).notes.map(({ kind }) => kind)).toContain('readingPaused');
    run.do([{ do: 'healAll' }], 'stay').until(isAnswered);
    expect(asked()).not.toContain(cited);
  });

  it('a client that waits for nothing is told what its last answer came from', () => {
    const run = new Asked(fiveServers).write(s3).until(isAnswered);
    const said = run.ask({ ask: 'client', name: 'c3' });
    expect(said.slice(0, 3)).toEqual([
      'What did c3 hear last?',
      'c3 has a session at S3, and all its answers.',
      'c3 is answered create: done.',
    ]);
    expect(said).toContain('S3 proposes 1·2 to S1, S2, S4 and S5.');
    expect(said).toContain('c3 asks S3: create /w1.');
  });

  it('a request that its server cannot read is in the socket of that', () => {
    const run = new Asked(fiveServers).write(s2);
    const early = new Asked(fiveServers).write(s2).do([{ do: 'freeze', server: s2 }], 'stay');
    expect(early.ask({ ask: 'client', name: 'c2' }).slice(-2)).toEqual([
      '1·2 is committed, but not applied everywhere.',
      'S2 is frozen: nothing is read, nothing answered.',
    ]);
    run
      .until(isAnswered)
      .do([{ do: 'freeze', server: s2 }], 'stay')
      .write(s2, 'stay');
    run.until((facts) => facts.messages.some(({ held, family }) => held === 'frozen' && family === 'client'));
    const said = run.ask({ ask: 'client', name: 'c2' });
    expect(said.at(-1)).toMatch(/^\w+ from c2 to S2 is in the socket of a frozen process\.$/);
  });

  it('a link is cut by a deed, and what waits is told by type', () => {
    const run = new Asked(fiveServers).do([apart], 'stay').write(s3, 'stay');
    run.until((facts) => facts.messages.filter(({ held }) => held === 'cut').length > 4);
    const said = run.ask({ ask: 'link', from: s3, to: s1 });
    expect(said[0]).toBe('Why is the way from S3 to S1 cut?');
    expect(said[1]).toMatch(/^Nothing passes from S3 to S1: \d messages? waits? at the cut\.$/);
    expect(said.slice(2)).toEqual(['Cut S3 S4 ‖ S1 S2 S5.']);
    const waiting = run.ask({ ask: 'notPassed', from: s3, to: s1 });
    expect(waiting[0]).toBe('What has not come from S3 to S1?');
    expect(waiting).toContain('Cut S3 S4 ‖ S1 S2 S5.');
    expect(waiting.some((text) => /^(\d × )?\w+: held at the cut\.$/.test(text))).toBe(true);
    run.do([{ do: 'healAll' }]);
    expect(run.ask({ ask: 'link', from: s3, to: s1 })[0]).toBe('What came from S3 to S1 last?');
  });

  it('an ACK that was dropped is missing, and so is a PROPOSAL', () => {
    const run = new Asked(fiveServers).write(s3).write(s3, 'stay');
    run.until((facts) => facts.messages.filter(({ type }) => type === 'PROPOSAL').length === 4);
    const zxid = run.proposed(s3);
    const toS1 = messageOf(run, ({ type, to }) => type === 'PROPOSAL' && to === run.server(s1).node);
    run.do([{ do: 'dropMessage', ...toS1 }], 'stay');
    run.until((facts) => facts.messages.some(({ type, from }) => type === 'ACK' && from === run.server(s2).node));
    const ofS2 = messageOf(run, ({ type, from }) => type === 'ACK' && from === run.server(s2).node);
    run.do([{ do: 'dropMessage', ...ofS2 }], 'stay');
    const said = run.ask({ ask: 'notCommitted', zxid });
    expect(said).toContain('S1 has not received the PROPOSAL: it was lost on its way.');
    expect(said).toContain('S2 has it on disk: the ACK was lost on its way.');
    const { facts, cursor } = run;
    const answer = answerTo({
      question: { ask: 'notCommitted', zxid },
      facts,
      run: run.session.branch(run.branch),
      cursor,
    });
    const actions = answer.reasons.flatMap(({ index }) =>
      index === null ? [] : [run.session.branch(run.branch).entryAt(index).action?.do],
    );
    expect(actions.filter((one) => one === 'dropMessage')).toHaveLength(2);
  });

  it('a delay is among the causes of what came late, and of what has not come', () => {
    const run = new Asked(fiveServers).write(s3).write(s3, 'stay');
    run.until((facts) => facts.messages.filter(({ type }) => type === 'PROPOSAL').length === 4);
    const zxid = run.proposed(s3);
    for (const sid of [s1, s2, s4, s5]) {
      const ref = messageOf(run, ({ type, to }) => type === 'PROPOSAL' && to === run.server(sid).node);
      run.do([{ do: 'delayMessage', ...ref, millis: 300 }], 'stay');
    }
    expect(run.ask({ ask: 'notCommitted', zxid })).toContain(
      'S1, S2, S4 and S5 have not received the PROPOSAL: it is delayed on its way.',
    );
    run.toEnd();
    expect(run.ask({ ask: 'txn', zxid }).filter((text) => text.startsWith('Delay PROPOSAL'))).toHaveLength(1);
  });

  it('a server gives up on a leader whose messages were lost, and on nobody else’s account', () => {
    const run = new Asked(fiveServers).do([{ do: 'loss', from: s3, to: s2, percent: 100 }], 'stay');
    run.until((_, the) => the.server(s2).state === 'LOOKING');
    const [, ...said] = run.ask({ ask: 'role', sid: s2 });
    expect(said.at(-1)).toMatch(/^Lose 100 %|S3 → S2/);
  });
});
