import { expect, it } from 'vitest';
import { type ZooCfg, parseZooCfg, zooCfgFiles } from '../zookeeper/config/zoo-cfg.ts';
import { decodeScenario } from './decode.ts';
import { ensembleOfZooCfg, zooCfgOfEnsemble } from './zoo-cfg-scenario.ts';

function configOf(cfg: string): ZooCfg {
  const { config, problems } = parseZooCfg({ cfg, dynamic: null });
  if (config === null) throw new Error(JSON.stringify(problems));
  return config;
}

it('an ensemble of what the servers were configured with', () => {
  const config = configOf(`dataDir=/data
tickTime=500
initLimit=8
syncLimit=3
connectToLearnerMasterLimit=4
commitLogCount=100
fastleader.maxNotificationInterval=5000
leader.maxTimeToWaitForEpoch=1500
db.autocreate=false
syncEnabled=false
leaderServes=no
maxConcurrentSnapSyncs=1
forceSync=no
flushDelay=12
globalOutstandingLimit=40
request_throttle_max_requests=3
jute.maxbuffer=100000
localSessionsEnabled=true
server.1=a:2888:3888
server.2=b:2888:3888
server.3=c:2888:3888
server.9=d:2888:3888:observer
group.1=1:2:3
weight.3=0
`);
  const { notSimulated, ...ensemble } = ensembleOfZooCfg(config);
  expect(ensemble).toEqual({
    servers: [{ sid: 1 }, { sid: 2 }, { sid: 3, weight: 0 }, { sid: 9, observer: true }],
    groups: [[1, 2, 3]],
    timing: {
      tickMillis: 500,
      initLimitTicks: 8,
      syncLimitTicks: 3,
      connectToLearnerMasterLimitTicks: 4,
      commitLogCount: 500, // less is not allowed
    },
    toggles: { notificationMaxMillis: 5000, maxTimeToWaitForEpochMillis: 1500, dbAutocreate: false },
    service: {
      syncEnabled: false,
      localSessionsEnabled: true,
      leaderServes: false,
      maxConcurrentSnapSyncs: 1,
      forceSync: false,
      flushDelayMillis: 12,
      globalOutstandingLimit: 40,
      requestThrottleMaxRequests: 3,
    },
  });
  expect(notSimulated).toEqual(['jute.maxbuffer']);
  expect(decodeScenario(ensemble)).toMatchObject({
    ok: true,
    value: { timing: { tickMillis: 500, snapCount: 100_000 } },
  });
});

it('without tickTime a tick is 3000 ms, without servers one server is alone', () => {
  expect(ensembleOfZooCfg(configOf('dataDir=/data\n'))).toEqual({
    servers: [{ sid: 1 }],
    timing: { tickMillis: 3000 },
    toggles: {},
    service: { standaloneEnabled: true },
    notSimulated: [],
  });
});

it.each([
  // what a scenario says of its one server      what its zoo.cfg says
  [{}, false], // nothing: a quorum of one
  [{ standaloneEnabled: false }, false],
  [{ standaloneEnabled: true }, undefined],
])('one voter alone: %j is standaloneEnabled=%s, and read back as the same', (service, standaloneEnabled) => {
  const decoded = decodeScenario({ servers: [{ sid: 1 }], service });
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
  const { settings, servers } = zooCfgOfEnsemble(decoded.value);
  expect([settings.standaloneEnabled, servers.length]).toEqual([standaloneEnabled, 1]);
  const { cfg } = zooCfgFiles(zooCfgOfEnsemble(decoded.value));
  expect(ensembleOfZooCfg(configOf(cfg)).service).toEqual({ standaloneEnabled: standaloneEnabled ?? true });
});

it('an ensemble written as zoo.cfg is read back as the same', () => {
  const ensemble = {
    servers: [{ sid: 4, observer: true }, { sid: 1, weight: 2 }, { sid: 2, weight: 0 }, { sid: 3 }],
    groups: [[1, 2], [3]],
    reconfigEnabled: true,
    timing: { tickMillis: 500, initLimitTicks: 4, snapCount: 1000, commitLogCount: 600 },
    toggles: { notificationMinMillis: 100 },
    service: { skipACL: true, snapRetainCount: 5 },
  };
  const decoded = decodeScenario(ensemble);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
  const { cfg } = zooCfgFiles(zooCfgOfEnsemble(decoded.value));
  const { config, problems } = parseZooCfg({ cfg, dynamic: null });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (config === null) throw new Error('no config');
  const { notSimulated, ...read } = ensembleOfZooCfg(config);
  expect(notSimulated).toEqual([]);
  expect(decodeScenario(read)).toMatchObject({
    ok: true,
    value: {
      servers: [{ sid: 1, weight: 2 }, { sid: 2, weight: 0 }, { sid: 3 }, { sid: 4, observer: true }],
      groups: ensemble.groups,
      reconfigEnabled: true,
      timing: decoded.value.timing,
      toggles: ensemble.toggles,
      service: ensemble.service,
    },
  });
});
