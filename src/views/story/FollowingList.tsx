/**
 * A long list of rows of one height that keeps one of them in its middle, until it is scrolled. Only rows in sight are
 * elements. Those for where it is going to be are there before it is scrolled there, so that the page is laid out once;
 * elements of rows that leave become those that come.
 */
import { type HTMLAttributes, type ReactNode, useEffect, useRef, useState } from 'react';

interface FollowingListProps extends HTMLAttributes<HTMLDivElement> {
  readonly count: number;
  /** The row in the middle, which alone may be higher than the others; -1 for the top of the list. */
  readonly now: number;
  readonly rowHeight: number;
  /** Of what is in sight; 0 while that is not known. */
  readonly height: number;
  /** How many rows there are beyond either edge. */
  readonly spare: number;
  readonly renderRow: (position: number, key: number) => ReactNode;
}

export function FollowingList({ count, now, rowHeight, height, spare, renderRow, ...rest }: FollowingListProps) {
  const list = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const [scrolled, setScrolled] = useState({ now: Number.NaN, first: 0 });
  const middle = now * rowHeight - (height - rowHeight) / 2;
  const followed = Math.floor(Math.max(0, Math.min(middle, count * rowHeight - height)) / rowHeight);
  const top = scrolled.now === now ? scrolled.first : followed;
  const inSight = Math.ceil(height / rowHeight) + 1;
  const size = inSight + 2 * spare;
  const first = Math.max(0, Math.min(top - spare, count - size));
  const last = Math.min(count, first + size);

  useEffect(() => {
    const element = list.current;
    if (element === null || height === 0) return;
    const row = rows.current?.children[now - Number(element.dataset['first'])] as HTMLElement | undefined;
    element.scrollTop = Math.max(0, now) * rowHeight - (height - (row?.offsetHeight ?? rowHeight)) / 2;
    // With more rows after it there may be room now to put it in the middle.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [now, count, rowHeight, height]);

  return (
    <div
      ref={list}
      {...rest}
      data-first={first}
      style={{ overflowY: 'auto', overflowAnchor: 'none', contain: 'strict' }}
      onScroll={({ currentTarget }) => {
        const at = Math.floor(currentTarget.scrollTop / rowHeight);
        if ((at < first && first > 0) || (at + inSight > last && last < count)) setScrolled({ now, first: at });
      }}
    >
      {/* Padding stands for the rows that are not there. */}
      <div
        ref={rows}
        role="presentation"
        style={{ paddingTop: first * rowHeight, paddingBottom: (count - last) * rowHeight }}
      >
        {Array.from({ length: last - first }, (_, k) => renderRow(first + k, (first + k) % size))}
      </div>
    </div>
  );
}
