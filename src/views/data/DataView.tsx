/** The selected server's data at the playhead: znodes, with what other servers have differently; sessions; watches. */
import { placeBefore } from '../../app/session.ts';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { VList, type VListHandle } from 'virtua';
import type { ServerFacts } from '../../sim/facts.ts';
import {
  type SessionFacts,
  type WatchFacts,
  type ZnodeFacts,
  changedPaths,
  dataFactsOf,
} from '../../sim/select-data.ts';
import { aclLines, statLines } from '../../zookeeper/client/zkcli-text.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { Section } from '../../widgets/Section.tsx';
import { treeOf } from '../consoles/client-data.ts';
import { Defined } from '../glossary/Defined.tsx';
import { useLab, usePlace, useZxidText } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { useLitZnode } from '../lesson/lit-now.ts';
import { useDataWords } from './data-words.ts';
import { differs, moveFor, shownRows } from './rows.ts';
import styles from './DataView.module.css';

const NOTHING: ReadonlySet<string> = new Set();
const ROW = 24;
const ROWS_MAX = 13;
/** ZooKeeper's own are of interest to few. */
const FOLDED_AT_FIRST = ['/zookeeper'];

export function DataView({ server }: { readonly server: ServerFacts }) {
  const words = useDataWords();
  const { session } = useLab();
  const place = usePlace();
  const zxidText = useZxidText();
  const { sid } = server;
  const lit = useLitZnode(sid);
  const moment = session.momentAt(place);
  const facts = useMemo(() => dataFactsOf(moment, sid), [moment, sid]);
  const earlier = placeBefore(place);
  const before = earlier === null ? null : session.momentAt(earlier);
  const changed = useMemo(() => {
    const [was, is] = [before === null ? null : treeOf(before, sid), treeOf(moment, sid)];
    return was === null || is === null ? NOTHING : changedPaths(was, is);
  }, [before, moment, sid]);
  if (facts === null) return <p className={styles.none}>{words.down(sid)}</p>;
  const count = facts.znodes.filter(differs).length;
  return (
    <>
      <Section title={<Defined text={words.znodes} />} meta={words.treeMeta(zxidText(facts.lastZxid))}>
        <p className={styles.note} data-differ={count > 0}>
          {count > 0 ? words.differ(count, facts.comparedWith) : words.alike(facts.comparedWith)}
        </p>
        <Tree key={lit} server={server} znodes={facts.znodes} changed={changed} first={lit ?? '/'} />
      </Section>
      <Section title={<Defined text={words.sessions} />} meta={facts.sessions.length}>
        <Sessions sessions={facts.sessions} isLeader={server.state === 'LEADING' || server.state === 'STANDALONE'} />
      </Section>
      <Section title={<Defined text={words.watches} />} meta={facts.watches.length}>
        <Watches watches={facts.watches} />
      </Section>
    </>
  );
}

interface TreeProps {
  readonly server: ServerFacts;
  readonly znodes: readonly ZnodeFacts[];
  /** Paths that the last event changed here. */
  readonly changed: ReadonlySet<string>;
  /** The path that is selected until another one is; nothing around it is folded. */
  readonly first: string;
}

function Tree({ server, znodes, changed, first }: TreeProps) {
  const words = useDataWords();
  const [folded, setFolded] = useState<ReadonlySet<string>>(
    () => new Set(FOLDED_AT_FIRST.filter((path) => !first.startsWith(`${path}/`))),
  );
  const [wanted, setWanted] = useState(first);
  const list = useRef<VListHandle>(null);
  const rows = shownRows(znodes, folded);
  // What was selected may be gone, or not be there yet.
  const at = Math.max(
    0,
    rows.findIndex(({ path }) => path === wanted),
  );
  const selected = rows[at];
  useEffect(() => {
    list.current?.scrollToIndex(at, { align: 'nearest' });
  }, [at]);
  const fold = (path: string, isFolded: boolean): void => {
    const next = new Set(folded);
    if (isFolded) next.add(path);
    else next.delete(path);
    setFolded(next);
  };
  const key = (event: KeyboardEvent): void => {
    const move = moveFor(event.key, rows, selected?.path ?? '/', folded);
    if (move === null) return;
    event.preventDefault();
    event.stopPropagation();
    if ('select' in move) setWanted(move.select);
    else if ('fold' in move) fold(move.fold, true);
    else fold(move.unfold, false);
  };
  return (
    <>
      <div className={styles.tree} style={{ height: Math.min(rows.length, ROWS_MAX) * ROW }}>
        <VList
          ref={list}
          data={rows}
          itemSize={ROW}
          role="tree"
          tabIndex={0}
          className={styles.list}
          aria-label={words.tree(server.sid)}
          aria-activedescendant={selected === undefined ? undefined : `znode-${at}`}
          onKeyDown={key}
        >
          {(row, position) => (
            <div
              key={row.path}
              id={`znode-${position}`}
              role="treeitem"
              tabIndex={-1}
              className={styles.row}
              data-light={`znode-${server.sid}-${row.path}`}
              aria-level={row.depth + 1}
              aria-selected={position === at}
              aria-setsize={rows.length}
              aria-posinset={position + 1}
              aria-expanded={row.childCount === 0 ? undefined : !folded.has(row.path)}
              data-absent={row.stat === null}
              data-changed={changed.has(row.path)}
              style={{ paddingLeft: 4 + row.depth * 14 }}
              onClick={() => setWanted(row.path)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') setWanted(row.path);
              }}
            >
              <span
                className={styles.twist}
                onPointerDown={() => {
                  if (row.childCount > 0) fold(row.path, !folded.has(row.path));
                }}
              >
                {row.childCount > 0 && <Icon name={folded.has(row.path) ? 'chevronRight' : 'chevronDown'} size={12} />}
              </span>
              <b>{row.name}</b>
              {row.kind !== 'persistent' && <small>{words.kinds[row.kind]}</small>}
              <span className={styles.data}>{row.data}</span>
              <Differences row={row} />
            </div>
          )}
        </VList>
      </div>
      {selected !== undefined && <Stat server={server} znode={selected} />}
    </>
  );
}

function Differences({ row }: { readonly row: ZnodeFacts }) {
  const words = useDataWords();
  const page = useLabWords();
  const texts = [
    row.missingAt.length > 0 ? words.missingAt(row.missingAt) : '',
    row.onlyAt.length > 0 ? words.onlyAt(row.onlyAt) : '',
    row.otherAt.length > 0 ? words.otherAt(row.otherAt) : '',
  ].filter(Boolean);
  return texts.length === 0 ? null : <em className={styles.differs}>{page.row(texts)}</em>;
}

function Stat({ server, znode }: { readonly server: ServerFacts; readonly znode: ZnodeFacts }) {
  const words = useDataWords();
  if (znode.stat === null) return <p className={styles.note}>{words.absent(server.sid)}</p>;
  const pairs = [
    [words.data, znode.data === '' ? words.noData : znode.data],
    ...statLines(znode.stat).map((line) => line.split(' = ')),
    [words.acl, aclLines(znode.acl).join(' ')],
  ];
  return (
    <dl className={styles.stat} aria-label={words.statOf(znode.path)}>
      {pairs.map(([name = '', value = '']) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Sessions({ sessions, isLeader }: { readonly sessions: readonly SessionFacts[]; readonly isLeader: boolean }) {
  const words = useDataWords();
  const lab = useLabWords();
  if (sessions.length === 0) return <p className={styles.note}>{words.noSessions}</p>;
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.session}</th>
            <th scope="col">{words.client}</th>
            <th scope="col">{words.at}</th>
            <th scope="col">{words.timeout}</th>
            {isLeader && <th scope="col">{words.expires}</th>}
          </tr>
        </thead>
        {sessions.map((one) => (
          <tbody key={one.id}>
            <tr>
              <td className={styles.id}>
                {one.id}
                {one.local && <small> {words.local}</small>}
              </td>
              <td>{one.client ?? words.nobody}</td>
              <td>{one.at === null ? words.nowhere : lab.server(one.at)}</td>
              <td>{lab.formats.millis(one.timeoutMillis)}</td>
              {isLeader && <td>{one.expiresAt === null ? '' : words.expiresAt(one.expiresAt)}</td>}
            </tr>
            {one.ephemerals.length > 0 && (
              <tr>
                <td colSpan={isLeader ? 5 : 4} className={styles.under}>
                  {words.ephemeralsOf(one.ephemerals)}
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
      {!isLeader && <p className={styles.note}>{words.leaderKnows}</p>}
    </>
  );
}

function Watches({ watches }: { readonly watches: readonly WatchFacts[] }) {
  const words = useDataWords();
  const page = useLabWords();
  if (watches.length === 0) return <p className={styles.note}>{words.noWatches}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.path}</th>
          <th scope="col">{words.waitsFor}</th>
          <th scope="col">{words.client}</th>
        </tr>
      </thead>
      <tbody>
        {watches.map(({ path, table, mode, sessionId, client }) => (
          <tr key={`${table} ${path} ${mode} ${sessionId}`}>
            <td className={styles.id}>{path}</td>
            <td>{page.row([words.table[table], words.mode[mode]])}</td>
            <td>{client ?? sessionId ?? words.nobody}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
