/**
 * Access control lists (ZooDefs.Perms, AuthenticationProvider, ZooKeeperServer.checkACL, PrepRequestProcessor.fixupACL).
 * A list belongs to one znode alone: children do not inherit it. Schemes known without configuration: world, auth,
 * digest and ip; an identity of the scheme `super` passes every check.
 */
import { sha1Base64 } from '../../base/sha1.ts';

/** Who somebody is: given out for a connection, or named by a list (`Id`). */
export interface AuthId {
  readonly scheme: string;
  readonly id: string;
}

export interface Acl extends AuthId {
  /** Sum of PERMS. */
  readonly perms: number;
}

export const PERMS = { READ: 1, WRITE: 2, CREATE: 4, DELETE: 8, ADMIN: 16 } as const;
export type Perm = keyof typeof PERMS;

const ALL = 31;

/** Everybody may do anything: what a node gets when its creator says nothing. */
export const OPEN_ACL_UNSAFE: readonly Acl[] = [{ perms: ALL, scheme: 'world', id: 'anyone' }];

/** `cdrwa`, in the order that zkCli prints. */
const LETTERS: readonly (readonly [letter: string, perm: Perm])[] = [
  ['c', 'CREATE'],
  ['d', 'DELETE'],
  ['r', 'READ'],
  ['w', 'WRITE'],
  ['a', 'ADMIN'],
];

export function permsText(perms: number): string {
  return LETTERS.filter(([, perm]) => (perms & PERMS[perm]) !== 0)
    .map(([letter]) => letter)
    .join('');
}

/** The letters of `permsText` in any order; null where another one is among them. */
export function parsePerms(text: string): number | null {
  let perms = 0;
  for (const letter of text) {
    const found = LETTERS.find(([known]) => known === letter);
    if (found === undefined) return null;
    perms |= PERMS[found[1]];
  }
  return perms;
}

/** Whether one of `identities` may do `perm` to a node with the list `acl`. */
export function isAllowed(acl: readonly Acl[], perm: Perm, identities: readonly AuthId[]): boolean {
  if (acl === OPEN_ACL_UNSAFE || acl.length === 0) return true;
  if (identities.some(({ scheme }) => scheme === 'super')) return true;
  return acl.some(({ perms, scheme, id }) => {
    if ((perms & PERMS[perm]) === 0) return false;
    if (scheme === 'world' && id === 'anyone') return true;
    return identities.some((mine) => mine.scheme === scheme && matches(scheme, mine.id, id));
  });
}

function matches(scheme: string, mine: string, wanted: string): boolean {
  if (scheme === 'digest') return mine === wanted;
  return scheme === 'ip' && isInNetwork(mine, wanted);
}

/**
 * The list as it is stored: twice the same counts once, and `auth` stands for every identity that the caller has
 * proved. Null when the list is empty or names somebody whom no provider can know (INVALIDACL).
 */
export function fixedUp(acl: readonly Acl[], identities: readonly AuthId[]): readonly Acl[] | null {
  if (acl === OPEN_ACL_UNSAFE) return acl;
  const fixed: Acl[] = [];
  const add = (entry: Acl): void => {
    if (!fixed.some((other) => isSame(other, entry))) fixed.push(entry);
  };
  for (const { perms, scheme, id } of acl) {
    if (scheme === 'auth') {
      const proved = identities.filter((identity) => identity.scheme === 'digest');
      if (proved.length === 0) return null;
      for (const identity of proved) add({ perms, scheme: identity.scheme, id: identity.id });
    } else if (isValidId(scheme, id)) add({ perms, scheme, id });
    else return null;
  }
  if (fixed.length === 0) return null;
  const [first] = fixed;
  return fixed.length === 1 && first !== undefined && isSame(first, OPEN_ACL_UNSAFE[0] as Acl)
    ? OPEN_ACL_UNSAFE
    : fixed;
}

function isSame(a: Acl, b: Acl): boolean {
  return a.perms === b.perms && a.scheme === b.scheme && a.id === b.id;
}

function isValidId(scheme: string, id: string): boolean {
  if (scheme === 'world') return id === 'anyone';
  if (scheme === 'digest') return id.split(':').length === 2;
  return scheme === 'ip' && networkOf(id) !== null;
}

/** The list as somebody without ADMIN may see it: secrets of the digest scheme are left out. */
export function masked(acl: readonly Acl[]): readonly Acl[] {
  return acl.map(({ perms, scheme, id }) => ({
    perms,
    scheme,
    id: scheme === 'digest' ? `${id.slice(0, id.indexOf(':'))}:x` : id,
  }));
}

/**
 * What a connection may call itself after `addauth` (handleAuthentication), or null when nobody can check that
 * (AUTHFAILED). `superDigest` is what the configuration calls the super user by, where it does.
 */
export function authenticated(scheme: string, auth: string, superDigest: string | null): readonly AuthId[] | null {
  // IPAuthenticationProvider takes anything and adds the address, which every connection has from the start.
  if (scheme === 'ip') return [];
  if (scheme !== 'digest') return null;
  const id = digestOfUser(auth);
  const digest = { scheme: 'digest', id };
  return id === superDigest ? [{ scheme: 'super', id: '' }, digest] : [digest];
}

/** `user:base64(sha1(user:password))` (DigestAuthenticationProvider.generateDigest). */
export function digestOfUser(userAndPassword: string): string {
  return `${userAndPassword.split(':', 1)[0] ?? ''}:${sha1Base64(userAndPassword)}`;
}

/** Whether `address` lies in `network`, an address or `address/bits` (IPAuthenticationProvider.matches). */
function isInNetwork(address: string, network: string): boolean {
  const [mine, wanted] = [networkOf(address), networkOf(network)];
  if (mine === null || wanted === null) return false;
  const size = 2 ** (32 - wanted.bits);
  return Math.floor(mine.address / size) === Math.floor(wanted.address / size);
}

function networkOf(text: string): { readonly address: number; readonly bits: number } | null {
  const [address = '', bitsText = '32', more] = text.split('/');
  const parts = address.split('.').map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 256));
  const bits = /^\d{1,2}$/.test(bitsText) ? Number(bitsText) : 33;
  if (more !== undefined || parts.length !== 4 || parts.some((part) => part > 255) || bits > 32) return null;
  return { address: parts.reduce((sum, part) => sum * 256 + part, 0), bits };
}
