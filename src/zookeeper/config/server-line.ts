/** `server.N=` lines (QuorumPeer.QuorumServer): addresses, role, client address. */
import { type Result, err, ok } from '../../base/result.ts';
import type { LearnerType } from '../packets.ts';

/** One way to reach a server from the others. */
export interface ServerAddress {
  /** A name or an address; IPv6 without its brackets. */
  readonly host: string;
  readonly quorumPort: number;
  readonly electionPort: number;
}

export interface ServerLine {
  /** At least one; several need `multiAddress.enabled`. */
  readonly addresses: readonly ServerAddress[];
  readonly learnerType: LearnerType;
  /** What stands behind the `;`. Null when nothing does, its host null for every address of the machine. */
  readonly client: { readonly host: string | null; readonly port: number } | null;
}

/** What is wrong with the value of such a line; `part` is the piece that is meant. */
export interface ServerLineProblem {
  readonly kind: 'badAddress' | 'badPort' | 'badRole' | 'rolesDiffer' | 'roleAfterClient' | 'badClientAddress';
  readonly part: string;
}

/** `host:quorumPort:electionPort[:role]`, more of them after `|`, then `[;[clientHost:]clientPort]`. */
export function parseServerLine(value: string): Result<ServerLine, ServerLineProblem> {
  const [servers = '', client, ...rest] = value.split(';');
  if (rest.length > 0) return err({ kind: 'badClientAddress', part: rest.join(';') });
  const addresses: ServerAddress[] = [];
  let learnerType: LearnerType | null = null;
  for (const text of servers.split('|')) {
    const [host, quorum, election, role, ...more] = splitAddress(text.trim());
    if (host === undefined || host === '' || quorum === undefined || election === undefined || more.length > 0) {
      return err({ kind: 'badAddress', part: text.trim() });
    }
    const [quorumPort, electionPort] = [portOf(quorum), portOf(election)];
    if (quorumPort === null) return err({ kind: 'badPort', part: quorum });
    if (electionPort === null) return err({ kind: 'badPort', part: election });
    addresses.push({ host, quorumPort, electionPort });
    if (role === undefined) continue;
    const type = roleOf(role);
    if (type === null) return err({ kind: 'badRole', part: role });
    if (learnerType !== null && learnerType !== type) return err({ kind: 'rolesDiffer', part: role });
    learnerType = type;
  }
  const address = client === undefined || client.trim() === '' ? ok(null) : parseClientAddress(client.trim());
  if (!address.ok) return address;
  return ok({ addresses, learnerType: learnerType ?? 'PARTICIPANT', client: address.value });
}

/** The value of a line that `parseServerLine` reads back as the same. The role is left out where it is the default. */
export function serverLineText({ addresses, learnerType, client }: ServerLine): string {
  const role = learnerType === 'OBSERVER' ? ':observer' : '';
  const servers = addresses.map(
    ({ host, quorumPort, electionPort }) => `${hostText(host)}:${quorumPort}:${electionPort}${role}`,
  );
  if (client === null) return servers.join('|');
  return `${servers.join('|')};${client.host === null ? '' : `${hostText(client.host)}:`}${client.port}`;
}

function parseClientAddress(text: string): Result<NonNullable<ServerLine['client']>, ServerLineProblem> {
  const parts = splitAddress(text);
  const [last = ''] = parts.slice(-1);
  // A frequent slip: the role belongs before the `;`.
  if (roleOf(last) !== null) return err({ kind: 'roleAfterClient', part: last });
  const port = portOf(last);
  const [host = null, ...more] = parts.slice(0, -1);
  if (port === null || more.length > 0 || host === '') return err({ kind: 'badClientAddress', part: text });
  return ok({ host, port });
}

function roleOf(text: string): LearnerType | null {
  const role = text.trim().toLowerCase();
  return role === 'participant' ? 'PARTICIPANT' : role === 'observer' ? 'OBSERVER' : null;
}

function portOf(text: string): number | null {
  const trimmed = text.trim();
  if (!/^\d{1,5}$/.test(trimmed)) return null;
  const port = Number(trimmed);
  return port <= 65_535 ? port : null;
}

/** At colons, but not within `[…]`. */
function splitAddress(text: string): readonly string[] {
  const bracketed = /^\[([^\]]*)\](.*)$/.exec(text);
  if (bracketed === null) return text.split(':').map((part) => part.trim());
  const [, host = '', rest = ''] = bracketed;
  return [host, ...rest.split(':').slice(1)];
}

function hostText(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
