/**
 * Links. A fragment carries causes, never state: the scenario, what the visitor did to it, where they were.
 *
 *   #scenario=first-look&at=120&sel=s3&d=1a2b3c4d     a built-in scenario as it is
 *   #r=1.<base64url(deflate-raw(json))>               anything else
 *
 * What a link leaves out has a default, so links stay short. Text that is not exactly what `encodeShare`
 * writes is refused with a reason: a guess would show somebody another run.
 */
import { digestOf } from '../base/digest.ts';
import { type Result, err, ok } from '../base/result.ts';
import { builtinScenario } from './builtin.ts';
import { compress, decompress } from './compression.ts';
import { packShare, unpackShare } from './packed.ts';
import { parseSelection, selectionText } from './selection.ts';
import { type Share, type ShareProblem, CURSOR_MAX } from './share.ts';

/** A link of a run of the usual length stays below this, names, bookmarks and all. */
const CHARACTERS_MAX = 600;
/** What they may add to one that is longer by itself. */
const MARK_CHARACTERS_MAX = 200;

/**
 * The fragment, with its `#`. The name of the branch and bookmarks go along where there is room: else these without
 * their names, else the name alone, else nothing of it.
 */
export async function encodeShare({ bookmarks = [], name, ...share }: Share): Promise<string> {
  const bare = await encodeWhole(share);
  const room = bare.length <= CHARACTERS_MAX ? CHARACTERS_MAX : bare.length + MARK_CHARACTERS_MAX;
  const named = { ...share, ...(name !== undefined && { name }) };
  const kept = bookmarks.length === 0 ? [] : [bookmarks, bookmarks.map(({ cursor }) => ({ cursor, name: '' }))];
  for (const marked of [
    ...kept.map((some) => ({ ...named, bookmarks: some })),
    ...(name === undefined ? [] : [named]),
  ]) {
    const link = await encodeWhole(marked);
    if (link.length <= room) return link;
  }
  return bare;
}

async function encodeWhole(share: Share): Promise<string> {
  const { scenario, interventions, bookmarks, name } = share;
  const builtin = builtinScenario(scenario.id);
  const isBuiltin = builtin !== null && digestOf(builtin) === digestOf(scenario);
  if (isBuiltin && interventions.length === 0 && bookmarks === undefined && name === undefined) return readable(share);
  return `#r=1.${await compress(packShare(share, { byId: isBuiltin }))}`;
}

/** What a fragment, with or without its `#`, stands for. */
export async function decodeShare(fragment: string): Promise<Result<Share, ShareProblem>> {
  const text = fragment.replace(/^#/, '');
  if (text.startsWith('scenario=')) return parseReadable(text);
  const packed = /^r=(\d+)\.(.*)$/s.exec(text);
  if (packed === null) return err({ reason: 'foreign' });
  const [, version = '', payload = ''] = packed;
  // Nothing was ever made before the first version, and none is written with a zero in front.
  if (version.startsWith('0')) return err({ reason: 'foreign' });
  if (version !== '1') return err({ reason: 'newerVersion', version });
  const json = await decompress(payload);
  return json === null ? err({ reason: 'damaged', part: 'payload' }) : unpackShare(json);
}

function readable({ scenario, cursor, selection, digest }: Share): string {
  const fields = [`scenario=${scenario.id}`];
  if (cursor > 0) fields.push(`at=${cursor}`);
  if (selection !== null) fields.push(`sel=${encodeURIComponent(selectionText(selection))}`);
  if (digest !== null) fields.push(`d=${digest}`);
  return `#${fields.join('&')}`;
}

function parseReadable(text: string): Result<Share, ShareProblem> {
  const fields = new Map<string, string>();
  for (const field of text.split('&')) {
    const [name = '', value, ...rest] = field.split('=');
    if (value === undefined || rest.length > 0 || fields.has(name)) return err({ reason: 'damaged', part: field });
    fields.set(name, value);
  }
  const unknown = [...fields.keys()].find((name) => !['scenario', 'at', 'sel', 'd'].includes(name));
  if (unknown !== undefined) return err({ reason: 'damaged', part: unknown });
  const id = fields.get('scenario') ?? '';
  const scenario = builtinScenario(id);
  if (scenario === null) return err({ reason: 'unknownScenario', id });
  const at = fields.get('at') ?? '0';
  if (!/^\d{1,7}$/.test(at) || Number(at) > CURSOR_MAX) return err({ reason: 'damaged', part: 'at' });
  const sel = fields.get('sel');
  const selection = sel === undefined ? null : parseSelection(decodeText(sel));
  if (sel !== undefined && selection === null) return err({ reason: 'damaged', part: 'sel' });
  const digest = fields.get('d') ?? null;
  if (digest !== null && !/^[0-9a-f]{8}$/.test(digest)) return err({ reason: 'damaged', part: 'd' });
  return ok({ scenario, interventions: [], cursor: Number(at), selection, digest });
}

/** Empty where the escapes make no sense, which no selection is. */
function decodeText(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return '';
  }
}
