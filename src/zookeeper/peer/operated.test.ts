import { describe, expect, it } from 'vitest';
import type { Operation } from '../client/operations.ts';
import { nodeAt } from '../database/data-tree.ts';
import type { OperatorCommand } from './protocol.ts';
import { Served } from './served.ts';
import { StandIn, zxidShort } from './stand-in.ts';

function create(path: string): Operation {
  return { op: 'create', path, data: 'xyz', dataLength: 3, ephemeral: false, sequential: false };
}

/** A leader of one with the clients 7, 8 and 9, and `/a`; 7 watches it. */
function served(): Served {
  const ensemble = new Served().connect(7).connect(8).connect(9);
  ensemble.ask(7, create('/a'));
  ensemble.ask(7, { op: 'getData', path: '/a', watch: true });
  return ensemble;
}

function tell({ server }: Served, command: OperatorCommand): readonly string[] {
  return server.input({ kind: 'command', command });
}

function snapshotsOf({ server }: Served): readonly string[] {
  return server.durable.snapshots.map(({ zxid }) => zxidShort(zxid));
}

describe('22.2 snapshot', () => {
  it('is a file more on the disk, taken at what is applied by then; the log is not rolled', () => {
    const ensemble = served();
    const before = snapshotsOf(ensemble);
    expect(tell(ensemble, { kind: 'takeSnapshot' })).toEqual(['write begin snapshot 1.4']);
    expect(ensemble.server.flushed()).toEqual(['write snapshot 1.4']);
    ensemble.server.flushed();
    expect(snapshotsOf(ensemble)).toEqual([...before, '1.4']);
    ensemble.ask(7, create('/b'));
    expect(ensemble.server.durable.logFiles).toHaveLength(1);
  });

  it('is named by its beginning, whatever is applied while it is written', () => {
    const ensemble = served();
    const { server } = ensemble;
    server.receive(7, { type: 'CALL', cxid: 9, operation: create('/b') }, 'client');
    tell(ensemble, { kind: 'takeSnapshot' });
    server.allFlushed();
    expect(zxidShort(server.peer.database.lastProcessedZxid)).toBe('1.5');
    expect(snapshotsOf(ensemble).at(-1)).toBe('1.4');
  });

  it('one at a time, and another one after it', () => {
    const ensemble = served();
    tell(ensemble, { kind: 'takeSnapshot' });
    expect(tell(ensemble, { kind: 'takeSnapshot' })).toEqual([]);
    ensemble.server.allFlushed();
    expect(tell(ensemble, { kind: 'takeSnapshot' })).toEqual(['write begin snapshot 1.4']);
  });

  it('a disk that refuses it ends nothing: whoever asked is told, and may ask again', () => {
    const ensemble = served();
    tell(ensemble, { kind: 'takeSnapshot' });
    expect(ensemble.server.refused('full')).toEqual([]);
    expect(tell(ensemble, { kind: 'takeSnapshot' })).toEqual(['write begin snapshot 1.4']);
  });

  it('a server that does not serve takes none', () => {
    const looking = new StandIn({ sid: 1, voters: [1, 2, 3] });
    looking.allFlushed();
    expect(looking.input({ kind: 'command', command: { kind: 'takeSnapshot' } })).toEqual([]);
  });
});

/** Its first snapshot, from before `/a`. */
function restored(): Served {
  const ensemble = served();
  const [snapshot] = ensemble.server.durable.snapshots;
  if (snapshot !== undefined) tell(ensemble, { kind: 'restoreSnapshot', snapshot });
  return ensemble;
}

describe('22.2 restore', () => {
  it('replaces what is in memory, watches and the committedLog included, and nothing on disk', () => {
    const { peer, durable } = restored().server;
    expect(nodeAt(peer.database.tree, '/a')).toBeNull();
    expect([zxidShort(peer.database.lastProcessedZxid), peer.database.committedLog.txns.length]).toEqual(['0.0', 0]);
    expect([peer.clients.watches.dataWatches.size, durable.logFiles[0]?.txns.length]).toEqual([0, 4]);
  });

  it('the leader goes on counting where it was, on what was restored, and forgets sessions that are not in it', () => {
    const ensemble = restored();
    expect(ensemble.ask(7, create('/b')).error).toBe('SESSIONEXPIRED');
    ensemble.connect(6);
    expect(zxidShort(ensemble.ask(6, create('/b')).zxid)).toBe('1.7');
    expect(ensemble.ask(6, { op: 'exists', path: '/a', watch: false }).error).toBe('NONODE');
  });

  it('lasts as long as the role: QuorumPeer holds on to the database from before it', () => {
    const { server } = restored();
    server.input({ kind: 'command', command: { kind: 'skipZxids', counter: 0xffff_fffe } });
    server.receive(8, { type: 'CALL', cxid: 1, operation: create('/b') }, 'client');
    expect([server.peer.state, server.peer.leader]).toEqual(['LOOKING', null]);
    expect(nodeAt(server.peer.database.tree, '/a')).not.toBeNull();
    expect([zxidShort(server.peer.database.lastProcessedZxid), server.peer.shelved]).toEqual(['1.4', null]);
    expect(server.noted('databaseTakenBack')).toHaveLength(1);
  });
});

describe('22.2 shed_connections', () => {
  it.each([
    // Every draw is a half.
    [0, 0],
    [50, 0],
    [51, 3],
    [100, 3],
  ])('%i %% closes %i of three; their sessions live on', (percent, count) => {
    const ensemble = served();
    const said = tell(ensemble, { kind: 'shedConnections', percent });
    expect(said.filter((one) => one.startsWith('close'))).toHaveLength(count);
    const { clients, database } = ensemble.server.peer;
    expect([clients.connections.length, Object.keys(database.sessions).length]).toEqual([3 - count, 3]);
  });
});

describe('22.1 gtmk, stmk', () => {
  it('the mask is the process’s: 306 to begin with, and set even while no server runs', () => {
    const looking = new StandIn({ sid: 1, voters: [1, 2, 3] });
    expect(looking.peer.clients.traceMask).toBe(306);
    looking.input({ kind: 'command', command: { kind: 'setTraceMask', mask: 2 } });
    expect(looking.peer.clients.traceMask).toBe(2);
  });
});
