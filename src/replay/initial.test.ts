import { describe, expect, it } from 'vitest';
import { initialScenario } from './initial.ts';
import type { RecordedConfig } from './recording.ts';

const plain: RecordedConfig = { participants: [9, 4, 6], observers: [2], tickTime: 500, initLimit: 20, syncLimit: 4 };

function scenarioWith(config: Partial<RecordedConfig>): ReturnType<typeof initialScenario> {
  return initialScenario({ scenario: 'some-story', title: '', config: { ...plain, ...config } }, 1);
}

describe('the ensemble of a recorded configuration', () => {
  it('has its servers and limits', () => {
    const { servers, timing } = scenarioWith({});
    expect(servers).toEqual([{ sid: 2, observer: true }, { sid: 4 }, { sid: 6 }, { sid: 9 }]);
    expect(timing).toMatchObject({ tickMillis: 500, initLimitTicks: 20, syncLimitTicks: 4 });
  });

  it('takes lines of zoo.cfg and system properties alike', () => {
    const { timing, toggles, service } = scenarioWith({
      zooCfg: { maxSessionTimeout: 600000, localSessionsEnabled: true },
      systemProperties: { 'zookeeper.preAllocSize': '64', 'zookeeper.fastleader.minNotificationInterval': '300' },
    });
    expect(timing).toMatchObject({ maxSessionTimeoutMillis: 600_000, preAllocSizeKb: 64 });
    expect(toggles).toEqual({ notificationMinMillis: 300 });
    expect(service).toEqual({ localSessionsEnabled: true });
  });

  it('has groups and weights', () => {
    const { servers, groups } = scenarioWith({ zooCfg: { 'group.1': '9:4', 'group.2': '6', 'weight.6': 2 } });
    expect(groups).toEqual([[9, 4], [6]]);
    expect(servers).toContainEqual({ sid: 6, weight: 2 });
  });

  it('gives a server limits of its own, as far as they differ', () => {
    const { servers } = scenarioWith({ perServer: { 6: { syncLimit: 40, tickTime: 500 } } });
    expect(servers).toContainEqual({ sid: 6, timing: { syncLimitTicks: 40 } });
    expect(servers).toContainEqual({ sid: 9 });
  });

  it('is refused with the line that is wrong', () => {
    expect(() => scenarioWith({ zooCfg: { 'group.1': '9:4:6', 'group.2': '6' } })).toThrow('serverInTwoGroups');
  });
});
