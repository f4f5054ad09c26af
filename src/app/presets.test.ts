import { expect, it } from 'vitest';
import { sidOf } from '../zookeeper/ids.ts';
import { type Preset, presetSteps } from './presets.ts';

const sidsOf = (...sids: readonly number[]) => sids.map(sidOf);

/** `0 partition 1,2,3|4,5 · 800 healAll` */
function textOf(preset: Preset, count: number, leader: number): string {
  const sids = Array.from({ length: count }, (_, i) => sidOf(i + 1));
  const context = { sids, leader: sidOf(leader), running: sids, tickMillis: 100, syncLimitTicks: 5, diskMillis: 2 };
  return presetSteps(preset, context)
    .map(({ at, actions }) => {
      const each = actions.map((action) => {
        if (action.do === 'partition') return action.groups.join('|');
        if (action.do === 'cut') return `${action.from}>${action.to}`;
        const millis = 'millis' in action ? ` ${action.millis}` : '';
        return 'server' in action ? `${action.do} ${action.server}${millis}` : action.do;
      });
      return `${at} ${each.join(' ')}`;
    })
    .join(' · ');
}

// oxfmt-ignore
it.each<[Preset, number, number, string]>([
  // preset          servers leader  steps
  ['split',          5, 5, '0 2,3,4|1,5'],
  ['split',          5, 2, '0 1,4,5|2,3'],
  ['split',          4, 1, '0 3,4|1,2'],
  ['split',          3, 3, '0 1,2|3'],
  ['split',          1, 1, ''],
  ['isolateLeader',  5, 3, '0 1,2,4,5|3'],
  ['bridge',         5, 5, '0 1,2|3,4'],
  ['bridge',         3, 3, '0 1|2'],
  ['bridge',         2, 1, ''],
  ['oneWay',         3, 3, '0 3>1 3>2'],
  ['ring',           4, 1, '0 1>3 3>1 2>4 4>2'],
  ['ring',           3, 1, ''],
  ['freezeLeader',   3, 3, '0 freeze 3 · 800 thaw 3'],
  ['slowDisk',       3, 3, '0 slowDisk 3 500 · 1000 slowDisk 3 2'],
  ['rollingRestart', 3, 2, '0 stop 1 · 200 start 1 · 600 stop 3 · 800 start 3 · 1200 stop 2 · 1400 start 2'],
])('%s of %i, S%i leading', (preset, count, leader, expected) => {
  expect(textOf(preset, count, leader)).toBe(expected);
});

it('only servers that run are restarted', () => {
  const steps = presetSteps('rollingRestart', {
    sids: sidsOf(1, 2, 3),
    leader: sidOf(3),
    running: sidsOf(1, 3),
    tickMillis: 100,
    syncLimitTicks: 5,
    diskMillis: 2,
  });
  expect(steps.flatMap(({ actions }) => actions).map((action) => 'server' in action && action.server)).toEqual([
    1, 1, 3, 3,
  ]);
});
