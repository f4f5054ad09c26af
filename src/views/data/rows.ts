/** Which znodes the tree shows, and where the keys lead in it. */
import type { ZnodeFacts } from '../../sim/select-data.ts';

/** Without those below a folded one. */
export function shownRows(znodes: readonly ZnodeFacts[], folded: ReadonlySet<string>): readonly ZnodeFacts[] {
  const shown: ZnodeFacts[] = [];
  /** Depth of the folded one that hides what comes deeper. */
  let hidden = Infinity;
  for (const znode of znodes) {
    if (znode.depth > hidden) continue;
    hidden = folded.has(znode.path) ? znode.depth : Infinity;
    shown.push(znode);
  }
  return shown;
}

export function differs({ missingAt, onlyAt, otherAt }: ZnodeFacts): boolean {
  return missingAt.length + onlyAt.length + otherAt.length > 0;
}

export type TreeMove = { readonly select: string } | { readonly fold: string } | { readonly unfold: string };

/** What a key does in a tree (WAI-ARIA); null where it does nothing. */
export function moveFor(
  key: string,
  rows: readonly ZnodeFacts[],
  path: string,
  folded: ReadonlySet<string>,
): TreeMove | null {
  const at = rows.findIndex((row) => row.path === path);
  const row = rows[at];
  const to = (index: number): TreeMove | null => {
    const target = rows[index];
    return target === undefined ? null : { select: target.path };
  };
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      if (row === undefined || row.childCount === 0) return null;
      return folded.has(path) ? { unfold: path } : to(at + 1);
    case 'ArrowLeft':
      if (row === undefined) return null;
      if (row.childCount > 0 && !folded.has(path)) return { fold: path };
      return to(rows.findLastIndex((other, i) => i < at && other.depth < row.depth));
    default:
      return null;
  }
}
