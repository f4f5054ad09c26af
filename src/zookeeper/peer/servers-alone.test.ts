import { describe, expect, it } from 'vitest';
import { BUILTIN_SCENARIOS } from '../../scenario/builtin.ts';
import { firstLook } from '../../scenario/builtin/first-look.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { startAlone } from '../../scenario/start-alone.ts';
import { startOf } from '../../scenario/start.ts';
import type { Action } from '../../sim/action.ts';
import { zooKeeperMachine } from '../../sim/machine.ts';
import type { Moment, ScriptStep } from '../../sim/moment.ts';
import { performer } from '../../sim/perform.ts';
import { sidOf } from '../ids.ts';
import { MissingClientPart } from './client-part.ts';
import { serversAlone } from './servers-alone.ts';

/** How long a run goes on after the last step of its script. */
const AFTER_MILLIS = 20_000;

/** A digest after every 40 events, and at the end. */
function courseFrom(moment: Moment, { script }: Scenario): readonly string[] {
  const until = (script.at(-1)?.at ?? 0) + AFTER_MILLIS;
  const digests: string[] = [];
  for (let i = 0; moment.world.now < until && zooKeeperMachine.step(moment, false) !== null; i++) {
    if (i % 40 === 0) digests.push(zooKeeperMachine.digest(moment));
  }
  return [...digests, zooKeeperMachine.digest(moment)];
}

/** The process is what is tried here: whatever it is that befalls it. */
const alone = (scenario: Scenario) => courseFrom({ ...startAlone(scenario), performer }, scenario);
const whole = (scenario: Scenario) => courseFrom(startOf(scenario, null), scenario);

const CLIENTS: readonly Action['do'][] = ['connect', 'call', 'type', 'killClient', 'stranger'];
const [one, two, three] = [sidOf(1), sidOf(2), sidOf(3)];

/** All that servers go through without clients, on the servers of the first look. */
const faults: readonly ScriptStep[] = [
  { at: 1000, action: { do: 'kill', server: three } },
  { at: 3000, action: { do: 'start', server: three } },
  { at: 6000, action: { do: 'freeze', server: two } },
  { at: 30_000, action: { do: 'thaw', server: two } },
  { at: 35_000, action: { do: 'partition', groups: [[one, three], [two]] } },
  { at: 60_000, action: { do: 'healAll' } },
  { at: 65_000, action: { do: 'stop', server: one } },
  { at: 66_000, action: { do: 'wipe', server: one } },
  { at: 67_000, action: { do: 'start', server: one } },
  { at: 80_000, action: { do: 'slowDisk', server: two, millis: 700 } },
  { at: 81_000, action: { do: 'kill', server: two } },
];
const faulted: Scenario = { ...firstLook, script: [...firstLook.script, ...faults] };
const withoutClients = [...BUILTIN_SCENARIOS, faulted].filter(
  ({ script }) => !script.some(({ action }) => CLIENTS.includes(action.do)),
);

describe('servers alone', () => {
  it('there are runs to compare', () => expect(withoutClients.length).toBeGreaterThan(2));

  it.each(withoutClients.map((scenario) => [scenario.title, scenario] as const))(
    'go through the very run that they go through with all there is: %s',
    (_, scenario) => expect(alone(scenario)).toEqual(whole(scenario)),
  );

  it('do so with every setting that is for clients, too', () => {
    const readOnly = { ...faulted, service: { readOnlyModeEnabled: true, localSessionsEnabled: true } };
    expect(alone(readOnly)).toEqual(whole(readOnly));
  });

  const withClients: readonly Action[] = [
    { do: 'connect', client: 'c1', server: one, timeoutMillis: 4000 },
    { do: 'stranger', client: 'x', server: one, as: sidOf(9), says: { kind: 'malformed', flaw: 'tooShort' } },
  ];

  it.each(withClients.map((action) => [action.do, action] as const))(
    'cannot play a run with clients: %s',
    (_, action) => {
      const play = () => alone({ ...firstLook, script: [...firstLook.script, { at: 2000, action }] });
      expect(play).toThrow(MissingClientPart);
    },
  );

  it('go through the first look with what starts them alone, and nothing else can be done to them', () => {
    expect(courseFrom(startAlone(firstLook), firstLook)).toEqual(whole(firstLook));
    expect(() => courseFrom(startAlone(faulted), faulted)).toThrow('kill');
  });

  it('cannot begin with what clients have left on a disk', () => {
    const disk = { txns: [{ zxid: '0x100000001', operation: { op: 'delete' as const, path: '/a', version: -1 } }] };
    expect(() => alone({ ...firstLook, servers: [{ sid: one, disk }] })).toThrow(MissingClientPart);
  });

  it('cannot begin as another release than the newest', () => {
    expect(() => alone({ ...firstLook, profile: '3.8' })).toThrow(MissingClientPart);
  });

  it('refuse a run that clients have been in', () => {
    const connect: ScriptStep = { at: 2000, action: { do: 'connect', client: 'c1', server: one, timeoutMillis: 4000 } };
    const moment = startOf({ ...firstLook, script: [...firstLook.script, connect] }, null);
    while (moment.world.now <= 2000) zooKeeperMachine.step(moment, false);
    const goesOn = { ...zooKeeperMachine.resume(moment), process: serversAlone };
    expect(() => {
      while (goesOn.world.now < AFTER_MILLIS) zooKeeperMachine.step(goesOn, false);
    }).toThrow(MissingClientPart);
  });
});
