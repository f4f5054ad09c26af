import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { FollowingList } from './FollowingList.tsx';

const HEIGHT = 100;

function list(count: number, now: number) {
  return (
    <div style={{ display: 'grid', grid: `${HEIGHT}px / 300px` }}>
      <FollowingList
        count={count}
        now={now}
        rowHeight={20}
        height={HEIGHT}
        spare={1}
        role="listbox"
        renderRow={(position, key) => (
          <div key={key} role="option" aria-selected={position === now} style={{ height: 20 }}>
            {position}
          </div>
        )}
      />
    </div>
  );
}

/** The rows that are in sight as a whole. */
function seen(): readonly string[] {
  const edge = document.querySelector('[role=listbox]')!.getBoundingClientRect();
  return [...document.querySelectorAll('[role=option]')].flatMap((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return top >= edge.top && bottom <= edge.bottom ? [row.textContent] : [];
  });
}

it('the last row comes into the middle once there are rows after it', async () => {
  const screen = await render(list(30, 29));
  expect(seen()).toEqual(['25', '26', '27', '28', '29']);
  await screen.rerender(list(60, 29));
  expect(seen()).toEqual(['27', '28', '29', '30', '31']);
});
