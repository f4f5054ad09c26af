/** English for the inspector's panels that come after the page. */
import type { Sid } from '../zookeeper/ids.ts';
import type { SyncRule } from '../zookeeper/notes.ts';
import type { ChainRole, ProcessorName } from '../zookeeper/processors/chains.ts';
import { factSentence } from './en-facts.ts';
import { server, serverRow } from './en-terms.ts';
import { type Translatable, formatsOf } from './message.ts';

const { integer, plural, time } = formatsOf('en');

export const enInspector = {
  quorum: {
    /** What is missing, of heads. */
    more: (count: number, missing: readonly Sid[]) =>
      count >= missing.length ? `${serverRow(missing)} must answer` : `${integer(count)} more of ${serverRow(missing)}`,
    complete: (missing: readonly Sid[]) =>
      missing.length === 0 ? 'a quorum: all of them' : `a quorum without ${serverRow(missing)}`,
    config: (version: string, isNext: boolean) => `configuration ${version}, ${isNext ? 'on its way' : 'in force'}`,
    groups: (has: number, needed: number) => `${integer(has)} of ${integer(needed)} groups that are needed`,
    group: (number: number) => `group ${integer(number)}`,
    weight: (weight: number, needed: number) => `weight ${integer(weight)} of ${integer(needed)}`,
    heavy: (sid: Sid, weight: number) => `${server(sid)}, weight ${integer(weight)}`,
    every: 'Both configurations must agree.',
  },

  sync: {
    title: (leader: string, learner: string) => `How ${leader} brings ${learner} up to date`,
    decidedAt: (at: number) => `decided at ${time(at)}`,
    learner: 'Which learner',
    modes: { DIFF: 'send what lacks', TRUNC: 'cut back first', SNAP: 'everything anew' },
    committedLog: (leader: string) => `${leader}’s committed log, min to max`,
    roles: { min: 'min', max: 'max', last: 'last', peer: (learner: string) => `${learner} has` },
    line: (peer: string, min: string, max: string, last: string) =>
      `Number line: the learner’s last is ${peer}; the committed log goes from ${min} to ${max}; the leader’s last is ${last}.`,
    rules: 'First rule that fits',
    rows: {
      equal: 'last = peer',
      past: 'peer > max',
      within: 'min ≤ peer ≤ max',
      before: 'peer < min',
      otherwise: 'otherwise',
    },
    leadsTo: {
      equal: 'DIFF',
      past: 'TRUNC',
      within: 'walk the memory',
      before: 'walk the disk',
      otherwise: 'SNAP',
    },
    states: { no: 'no', passed: 'fits, decides nothing', notAsked: '' },
    go: 'Go to the decision',
    because: {
      equal: 'It has exactly what the leader has: nothing but NEWLEADER follows.',
      pastMaxCommittedLog: 'It went past what the leader has committed, and its counter is not 0: real transactions.',
      inCommittedLog: 'Its last transaction is in the leader’s memory: what comes after it is sent.',
      divergedInCommittedLog: 'Its last transaction is not in the leader’s history: back to the last both have.',
      fromTxnLog: 'Its last transaction is in the leader’s log on disk: what comes after it is sent from there.',
      divergedInTxnLog: 'Its last transaction is not in the leader’s log on disk: back to the last both have.',
      crossEpoch: 'It would have to be cut back across an epoch, which TRUNC never does.',
      txnLogUnavailable: 'The leader’s log on disk does not reach back to it.',
      txnLogTooLarge: 'Too much of the leader’s log on disk would have to be sent.',
      gapBeforeCommittedLog: 'Between the leader’s log on disk and its memory something is missing.',
      unhandled: 'Nothing of what the leader keeps fits.',
    } satisfies Record<SyncRule, string>,
    sends: (count: number) =>
      count === 0
        ? 'No transactions go along.'
        : plural(count, { one: '# transaction goes along.', other: '# transactions go along.' }),
  },

  requests: {
    none: (sid: Sid) => `${server(sid)} serves no clients now: it has no request processors.`,
    chain: 'What a request goes through',
    log: 'What a transaction goes through to the disk',
    roles: {
      leader: 'as leader',
      follower: 'as follower',
      observer: 'as observer',
      readOnly: 'read-only',
      standalone: 'alone',
    } satisfies Record<ChainRole, string>,
    empty: 'empty',
    count: (count: number) => plural(count, { one: '# waits', other: '# wait' }),
    acks: (sids: readonly Sid[]) => (sids.length === 0 ? 'no acks' : `acks ${serverRow(sids)}`),
    gone: 'went on',
    call: (cxid: number) => `call ${cxid}`,
    session: (id: string) => `session ${id}`,
    does: {
      RequestThrottler: 'Lets requests pass, unless too many are inside.',
      LeaderRequestProcessor: 'Makes a local session a global one where a request needs that.',
      FollowerRequestProcessor: 'Hands writes and syncs to the leader; everything goes on to wait for its turn.',
      ObserverRequestProcessor: 'Hands writes and syncs to the leader; everything goes on to wait for its turn.',
      ReadOnlyRequestProcessor: 'Refuses whatever would change something.',
      PrepRequestProcessor: 'Checks a write against the tree as it will be, and makes it a transaction.',
      ProposalRequestProcessor: 'Sends the transaction to the voters as a PROPOSAL, and to the own disk.',
      SyncRequestProcessor: 'Appends transactions to the log and flushes them together.',
      AckRequestProcessor: 'Counts the leader’s own ack, once its disk has it.',
      SendAckRequestProcessor: 'Sends an ACK to the leader, once the disk has it.',
      CommitProcessor: 'Holds a write until it is committed, and what its session asks next behind it.',
      ToBeAppliedRequestProcessor: 'Keeps what is committed until it is applied, for learners that join meanwhile.',
      FinalRequestProcessor: 'Applies it to the tree and answers the client.',
    } satisfies Record<ProcessorName, string>,
  },

  audit: {
    unwatched: 'Nobody watches this run yet.',
    /** Some may have had nothing to check: those are not said to hold. */
    all: (count: number) => `None of ${integer(count)} properties is broken so far.`,
    some: (broken: number, count: number) =>
      `${plural(broken, { one: '# property is', other: '# properties are' })} broken, of ${integer(count)}.`,
    later: (count: number) =>
      `${plural(count, { one: '# breaks', other: '# break' })} further on in what has been run.`,
    about: 'An observer outside checks these at every event. It sees what no server sees, and no server sees it.',
    broken: 'Broken',
    groups: {
      zab: 'The protocol',
      action: 'Inside single steps',
      implementation: 'Servers as they are built',
      client: 'What clients are promised',
      liveness: 'That it gets on',
    },
    count: ({ holding, unchecked, count }: { holding: number; unchecked: number; count: number }) =>
      unchecked > 0
        ? `${integer(holding)} of ${integer(count)} hold, ${integer(unchecked)} not checked yet`
        : holding === count
          ? `all ${integer(count)} hold`
          : `${integer(holding)} of ${integer(count)} hold`,
    states: { holds: 'holds', notApplicable: 'nothing to check yet', broken: 'broken', breaksLater: 'breaks later' },
    firstAt: (index: number, at: number) => `Event ${integer(index + 1)}, ${time(at)}`,
    /** Begins with what is written, as it must. */
    goes: (event: string, name: string) => `${event}: go to where “${name}” breaks`,
    breach: (sids: readonly Sid[], how: string, count: number) =>
      `${serverRow(sids)}: ${how}${count === 1 ? '' : `, and ${plural(count - 1, { one: 'once', other: '# times' })} more`}.`,
    source: (source: string) => `From ${source}.`,
    /** What is said of a property, which has its English in the registry. */
    property: (property: { readonly id: string; readonly name: string; readonly statement: string }) =>
      property as { readonly name: string; readonly statement: string },
    /** How one broke. */
    fact: factSentence,
  },
};

/** What every catalogue must have for it. */
export type InspectorCatalogue = Translatable<typeof enInspector>;
