/** What is wrong with a scenario or a zoo.cfg, and what to do about it. */
import type { Problem } from '../scenario/decode.ts';
import type { ZooCfgProblem } from '../zookeeper/config/zoo-cfg.ts';

export interface ProblemWords {
  readonly what: string;
  readonly remedy: string;
}

export function scenarioProblem({ kind, expected, received }: Problem): ProblemWords {
  switch (kind) {
    case 'missing':
      return { what: 'is missing', remedy: `add it${expected === '' ? '' : `: ${expected}`}` };
    case 'unknownKey':
      return { what: 'is not known here', remedy: 'remove it, or correct its spelling' };
    case 'duplicateServer':
      return { what: `names server ${received} again`, remedy: 'give every server a sid of its own' };
    case 'notInOneGroup':
      return { what: `does not place voter ${received} exactly once`, remedy: 'put every voter into one group' };
    case 'unknownServer':
      return { what: `names server ${received}, which is not there`, remedy: `add it, or name one of ${expected}` };
    case 'zxidOrder':
      return {
        what: `is ${received}, not larger than ${expected} before it`,
        remedy: 'put transactions in the order of their zxids',
      };
    case 'notAWrite':
      return { what: `is a ${received}, which makes no transaction`, remedy: 'name a write, as create or setData' };
    case 'unknownZxid':
      return {
        what: `names ${received}, which is none of the transactions on that disk`,
        remedy: expected === '' ? 'add the transaction' : `name one of ${expected}`,
      };
    case 'inNoFile':
      return {
        what: `leaves ${received} in no log file and in no snapshot`,
        remedy: `add a snapshot at ${expected} or later, or let a log file begin with it or earlier`,
      };
    case 'outOfOrder':
      return {
        what: `is at ${received} ms, before the step above it`,
        remedy: `move it up, or let it be ${expected} or later`,
      };
    default:
      return { what: `is ${received}`, remedy: `must be ${expected}` };
  }
}

export function zooCfgProblem({ kind, key, expected, received }: ZooCfgProblem): ProblemWords {
  switch (kind) {
    case 'badServerId':
      return { what: `“${received}” is no server id`, remedy: `write a number after the dot of ${key}` };
    case 'badAddress':
      return { what: `“${received}” is no address of a server`, remedy: 'write host:quorumPort:electionPort' };
    case 'badPort':
      return { what: `“${received}” is no port`, remedy: 'ports are numbers from 0 to 65535' };
    case 'badRole':
      return { what: `“${received}” is no role`, remedy: 'write participant or observer' };
    case 'rolesDiffer':
      return {
        what: 'its addresses name different roles',
        remedy: 'one server has one role: name it once, after the last',
      };
    case 'roleAfterClient':
      return { what: `“${received}” stands behind the client port`, remedy: 'the role belongs before the “;”' };
    case 'badClientAddress':
      return { what: `“${received}” is no client address`, remedy: 'write ;port or ;host:port' };
    case 'wrongValue':
      return { what: `${key} is “${received}”`, remedy: `must be ${expected}` };
    case 'missing':
      return key === 'dataDir'
        ? { what: 'dataDir is missing', remedy: 'a server does not start without it' }
        : {
            what: `${key} is missing`,
            remedy: 'an ensemble needs it: the sample file says initLimit=10 and syncLimit=5',
          };
    case 'duplicateKey':
      return { what: `${key} stands in line ${received} already`, remedy: 'the last one counts: remove the other' };
    case 'unknownKey':
      return {
        what: `ZooKeeper does not know ${key}`,
        remedy: `it becomes the system property zookeeper.${key}: check its spelling`,
      };
    case 'onlyInDynamicFile':
      return { what: `${key} stands beside dynamicConfigFile`, remedy: 'move it into the dynamic file' };
    case 'notInDynamicFile':
      return {
        what: `${key} stands in the dynamic file`,
        remedy: 'only servers, groups, weights and the version do: move it to zoo.cfg',
      };
    case 'dynamicFileNeeded':
      return { what: 'the servers stand in another file', remedy: 'give the dynamic file too' };
    case 'dynamicFileUnused':
      return { what: 'the dynamic file is not read', remedy: 'name it with dynamicConfigFile, or leave it out' };
    case 'electionAlgGone':
      return {
        what: `election algorithm ${received} is gone since 3.6`,
        remedy: 'remove the line: 3 is the only one left',
      };
    case 'multiAddressDisabled':
      return { what: `${key} has several addresses`, remedy: 'add multiAddress.enabled=true, or leave one' };
    case 'noVoters':
      return { what: 'every server is an observer', remedy: 'make at least one a participant' };
    case 'serverInTwoGroups':
      return { what: `server ${received} is in another group too`, remedy: 'a server is in one group' };
    case 'voterInNoGroup':
      return {
        what: `server ${received} is in no group`,
        remedy: 'with groups or weights every participant must be in one',
      };
    case 'unknownServer':
      return { what: `there is no server ${received}`, remedy: `add server.${received}, or take it out of ${key}` };
    case 'sessionTimeoutsCross':
      return { what: `minSessionTimeout ${received} is above maxSessionTimeout ${expected}`, remedy: 'lower it' };
    case 'clientPortDiffers':
      return {
        what: `its client port is ${received}, clientPort says ${expected}`,
        remedy: 'that server does not start: leave one of them out',
      };
    case 'raised':
      return { what: `${key} is ${received}`, remedy: `${expected} is the least: ZooKeeper takes that` };
    case 'observersWithoutQuorum':
      return {
        what: 'observers need a quorum, and one voter alone is a standalone server',
        remedy: 'add voters, or standaloneEnabled=false, which makes it a quorum of one',
      };
    case 'twoVoters':
      return { what: 'two voters tolerate no failure', remedy: 'three tolerate one' };
    case 'evenVoters':
      return {
        what: `${received} voters tolerate no more failures than one voter less`,
        remedy: 'an odd number is enough',
      };
    default:
      return {
        what: 'one voter alone runs as a standalone server',
        remedy:
          'it elects nobody and has no epochs; standaloneEnabled=false makes it a quorum of one, which leads itself',
      };
  }
}
