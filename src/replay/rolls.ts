/** Follows log rolls by snapCount: the names of files that exist only because of one are random. */
import type { Entry } from '../sim/entry.ts';
import type { Moment } from '../sim/moment.ts';
import { zxidText } from '../zookeeper/ids.ts';

interface Rolled {
  readonly logFiles: Set<string>;
  readonly snapshots: Set<string>;
  /** The next file is opened because of a roll. */
  isPending: boolean;
}

export class Rolls {
  readonly #rolled = new Map<number, Rolled>();

  hear({ node, notes, write }: Entry, moment: Moment): void {
    const config = moment.world.nodes[node]?.config;
    if (config?.kind !== 'server') return;
    const rolled = this.#rolled.get(config.sid) ?? { logFiles: new Set(), snapshots: new Set(), isPending: false };
    this.#rolled.set(config.sid, rolled);
    const first = write?.kind === 'txns' && write.roll ? write.txns[0] : undefined;
    if (first !== undefined && rolled.isPending) {
      rolled.logFiles.add(zxidText(first.zxid));
      rolled.isPending = false;
    }
    for (const note of notes) {
      if (note.kind === 'started') rolled.isPending = false;
      if (note.kind === 'snapshotStarted') rolled.snapshots.add(zxidText(note.zxid));
      if (note.kind === 'snapshotStarted' || note.kind === 'snapshotSkipped') rolled.isPending = true;
    }
  }

  isRolledLog(sid: number, name: string): boolean {
    return this.#rolled.get(sid)?.logFiles.has(name) ?? false;
  }

  isRolledSnapshot(sid: number, name: string): boolean {
    return this.#rolled.get(sid)?.snapshots.has(name) ?? false;
  }
}
