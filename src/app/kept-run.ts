/** What a tab keeps of a run for its own reload, beside the link to the place on show: every branch, every bookmark, every name. */
import { digestOf } from '../base/digest.ts';
import type { Share } from '../scenario/share.ts';
import type { Marks, Opened, Session } from './session.ts';
import type { LinkCodec } from './url.ts';

/** So many branches outlive a reload, the latest: each must be run again. */
const KEPT_MAX = 50;

/**
 * A bookmark: which of the ends of branches, how many branches above it, after how many events, its name. With null for
 * the events it is the name of that branch itself.
 */
type KeptMark = readonly [end: number, up: number, cursor: number | null, name: string];

interface KeptRun {
  readonly beside: readonly Share[];
  readonly marks: readonly KeptMark[];
}

const NOTHING_KEPT: KeptRun = { beside: [], marks: [] };

/** The links to the ends of branches: each is made once. */
const links = new WeakMap<object, Promise<string>>();

/** A link to every branch that none goes on from: together they hold all of them; then a line for every mark. */
export async function linesOfRun<M, E>(
  session: Session<M, E>,
  { bookmarks, branchNames }: Marks,
  { encodeShare }: LinkCodec,
): Promise<readonly string[]> {
  const { branches } = session;
  const toggles = ({ id }: { readonly id: number }) => session.scenarioOf(id).toggles;
  // What behaves otherwise goes on from nothing of its parent's.
  const ends = branches
    .filter((branch) => !branches.some((one) => one.fork?.parent === branch && toggles(one) === toggles(branch)))
    .slice(-KEPT_MAX);
  const named = Object.entries(branchNames).map(([id, name]) => ({ branch: Number(id), cursor: null, name }));
  const marks = [...bookmarks, ...named].flatMap(({ branch, cursor, name }) => {
    for (const [i, end] of ends.entries()) {
      let up = 0;
      for (let one: typeof end | undefined = end; one !== undefined; one = one.fork?.parent, up++) {
        if (one.id === branch) return [JSON.stringify([i, up, cursor, name] satisfies KeptMark)];
      }
    }
    return [];
  });
  const toEnds = ends.map((branch) => {
    const known = links.get(branch);
    if (known !== undefined) return known;
    const link = encodeShare(session.share({ branch: branch.id, cursor: branch.start }, null));
    links.set(branch, link);
    return link;
  });
  return [...(await Promise.all(toEnds)), ...marks];
}

/** What `text` keeps, when the tab showed the very place of `fragment` before it was reloaded. */
export async function recalledRun(
  text: string | null,
  { fragment, scenario }: { readonly fragment: string; readonly scenario: Share['scenario'] },
  { decodeShare }: LinkCodec,
): Promise<KeptRun> {
  const [here, ...lines] = text?.split('\n') ?? [];
  if (here !== fragment) return NOTHING_KEPT;
  const ends = lines.filter((line) => line.startsWith('#'));
  const decoded = await Promise.all(ends.map((end) => decodeShare(end)));
  // They may differ in the steps that are ahead and in their behaviour, in nothing else that is there from the start.
  const own = digestOf({ ...scenario, script: [], toggles: {} });
  const beside = decoded.flatMap((share) =>
    share.ok && digestOf({ ...share.value.scenario, script: [], toggles: {} }) === own ? [share.value] : [],
  );
  // Marks count the ends.
  const marks = beside.length < ends.length ? [] : lines.slice(ends.length).map((line) => JSON.parse(line) as KeptMark);
  return { beside, marks };
}

/** Those of this tab, else those of the link. */
export function marksOf<M, E>(session: Session<M, E>, { marks: own, beside }: Opened, { marks }: KeptRun): Marks {
  if (marks.length === 0) return own;
  const found = marks.flatMap(([end, up, cursor, name]) => {
    let branch = beside[end] ?? null;
    for (let i = 0; i < up && branch !== null; i++) branch = session.branch(branch).fork?.parent.id ?? null;
    return branch === null ? [] : { branch, cursor, name };
  });
  return {
    bookmarks: found.flatMap(({ branch, cursor, name }) =>
      cursor === null ? [] : (session.bookmarkAt(branch, { cursor, name }) ?? []),
    ),
    branchNames: Object.fromEntries(
      found.flatMap(({ branch, cursor, name }) => (cursor === null ? [[branch, name]] : [])),
    ),
  };
}
