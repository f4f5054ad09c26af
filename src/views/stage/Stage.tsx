/** The topology: servers on a ring, what they believe, the messages between them, cuts, clients. */
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { isBacked } from '../../sim/backing.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import {
  PaceContext,
  useChanges,
  useFacts,
  useLab,
  useLabState,
  useLastEntry,
  usePlace,
  useWords,
  useZxidText,
} from '../lab.ts';
import { later } from '../later.ts';
import { useOptions } from '../options.ts';
import { useSame } from '../use-same.ts';
import { useSize } from '../use-size.ts';
import { groupOf } from '../../app/grouping.ts';
import { whoIn } from '../story/who.ts';
import { beliefOf } from './belief.ts';
import { type Ring, hasLabelInCrowd, ringOf } from './changes.ts';
import { type CutLine, pairLinks, samePairs } from './cuts.ts';
import { type Waiting, flights } from './flights.ts';
import { type StageLayout, type StageScale, placeOf, stageLayout } from './layout.ts';
import { MessageLayer } from './MessageLayer.tsx';
import { roleOf } from './RoleMark.tsx';
import { ServerLabel } from './ServerLabel.tsx';
import { ServerMark } from './ServerMark.tsx';
import { StageLinks } from './StageLinks.tsx';
import styles from './Stage.module.css';

/** What is drawn only once somebody has done something. */
const useActedParts = later(() => import('./acted-parts.tsx'));

const NO_RINGS: ReadonlyMap<number, Ring> = new Map();
const NO_CUTS: { readonly line: CutLine | null; readonly waiting: Waiting } = { line: null, waiting: new Map() };

/** What a menu beside a server needs to know. */
export interface StageMenu {
  readonly sid: Sid;
  readonly layout: StageLayout;
  readonly onClose: () => void;
}

interface StageProps {
  readonly scale: StageScale;
  /** The server that pulses once, if any. */
  readonly pulse?: Sid | null;
  /** What can be done to a server, where anything can. */
  readonly renderMenu?: (menu: StageMenu) => ReactNode;
  /** Rings that stay closed after what they counted, by server. */
  readonly keptRings?: ReadonlyMap<number, Ring>;
}

export function Stage(props: StageProps) {
  return (
    <PaceContext value="watched">
      <Topology {...props} />
    </PaceContext>
  );
}

function Topology({ scale, pulse = null, keptRings = NO_RINGS, renderMenu }: StageProps) {
  const { session, store } = useLab();
  const shown = usePlace();
  const density = useOptions((options) => options.density);
  const words = useWords();
  const parts = useActedParts();
  const facts = useFacts();
  const changes = useChanges();
  const entry = useLastEntry();
  const zxidText = useZxidText();
  const selection = useLabState((state) => state.selection);
  const grouping = useLabState((state) => state.grouping);
  const playing = useLabState((state) => state.playing);
  const showLabels = useOptions((options) => options.labels);
  const showPings = useOptions((options) => options.pings);
  const [menuFor, setMenuFor] = useState<Sid | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const { width, height } = size;

  const sids = facts.servers.map((server) => server.sid).join(' ');
  const moved = useOptions((options) => options.moved);
  const onRing = useMemo(
    () =>
      stageLayout(
        { width, height },
        sids.split(' ').map((sid) => Number(sid) as Sid),
        scale,
      ),
    [width, height, sids, scale],
  );
  const layout = useMemo(() => parts?.placed(onRing, moved) ?? onRing, [parts, onRing, moved]);
  const pairs = useSame(
    useMemo(() => pairLinks(facts.servers, facts.links), [facts]),
    samePairs,
  );
  const { line, waiting } = useMemo(() => parts?.cutsOf(layout, pairs) ?? NO_CUTS, [parts, layout, pairs]);
  const lit = useMemo(
    () => (scale === 'first' ? null : (parts?.lit({ session, place: shown, facts, density, selection }) ?? null)),
    [scale, parts, session, shown, facts, density, selection],
  );
  const flying = useMemo(() => {
    const messages = lit === null ? facts.messages : facts.messages.filter(lit.keeps);
    return flights({ ...facts, messages }, layout, waiting, { pings: showPings });
  }, [facts, lit, layout, waiting, showPings]);
  const nameOf = useMemo(() => {
    const who = whoIn(facts, words);
    return (node: number) => who(node).name;
  }, [facts, words]);

  const sidOf = useMemo(() => {
    const byNode = new Map(facts.servers.map((server) => [server.node, server.sid]));
    return (node: number) => byNode.get(node) ?? null;
  }, [facts]);

  const hasMenu = renderMenu !== undefined;
  const selectServer = useCallback((sid: Sid) => store.getState().select({ kind: 'server', sid }), [store]);
  const selectMessage = useCallback((seq: number) => store.getState().select({ kind: 'message', seq }), [store]);
  const openMenu = useCallback(
    (sid: Sid) => {
      if (!hasMenu) return;
      store.getState().select({ kind: 'server', sid });
      store.getState().pause();
      setMenuFor(sid);
    },
    [store, hasMenu],
  );

  const selectedSid = selection?.kind === 'server' ? selection.sid : null;

  const box = { width, height, viewBox: `0 0 ${width} ${height}` };
  return (
    <div className={styles.stage} ref={frame} data-scale={scale}>
      {width > 0 && (
        <>
          <svg {...box} className={styles.back}>
            {parts?.drawingGround(layout)}
            {scale !== 'first' && parts?.serverDrag(layout)}
            <StageLinks layout={layout} pairs={pairs} line={line} />
            {parts?.cutInForce(line)}
            {parts?.litPath({ facts, layout })}
            {!playing && parts?.arrival({ facts, layout, entry })}
            {scale !== 'first' && parts?.cutWords({ layout, pairs, line, waiting, facts, words })}
          </svg>
          <MessageLayer
            flights={flying}
            size={size}
            scale={scale}
            selected={selection?.kind === 'message' ? selection.seq : null}
            words={words}
            nameOf={nameOf}
            sidOf={sidOf}
            onSelect={selectMessage}
          />
          {scale === 'lecture' &&
            !playing &&
            parts?.messageNames({
              flights: flying,
              cut: { layout, pairs, line, waiting, verifier: facts.quorumVerifier, words },
            })}
          <svg {...box} className={styles.front} role="group" aria-label={words.stage.describe}>
            {parts?.clients({ facts, layout, words, selection })}
            {facts.servers.map((server) => {
              const place = placeOf(layout, server.sid);
              if (place === null) return null;
              const change = changes.get(server.sid) ?? null;
              const belief = beliefOf(server, change, { disputed: !isBacked(server, facts) }, words);
              const role = roleOf(server);
              const group = grouping === null ? null : groupOf(grouping, server.sid);
              return (
                <g key={server.sid}>
                  <ServerMark
                    server={server}
                    place={place}
                    voters={facts.voters}
                    ring={ringOf(server) ?? keptRings.get(server.sid) ?? null}
                    joined={change?.joined ?? null}
                    name={words.server(server.sid)}
                    label={words.stage.serverName({
                      sid: server.sid,
                      state: role,
                      belief: belief.line,
                      fact: belief.fact,
                      zxid: zxidText(server.lastZxid),
                    })}
                    selected={server.sid === selectedSid && scale !== 'first'}
                    dimmed={lit?.nodes.has(server.node) === false}
                    roleChanged={change?.was.state !== undefined || change?.was.status !== undefined}
                    pulse={server.sid === pulse}
                    onSelect={selectServer}
                    onMenu={openMenu}
                  />
                  {group !== null && parts?.groupLetter(group, place)}
                  {showLabels && (!layout.crowded || hasLabelInCrowd(server, changes, selectedSid)) && (
                    <ServerLabel
                      server={server}
                      place={place}
                      scale={scale}
                      belief={belief}
                      change={change}
                      voters={facts.voters.length}
                      now={facts.now}
                      dimmed={lit?.nodes.has(server.node) === false}
                      words={words}
                      zxidText={zxidText}
                    />
                  )}
                </g>
              );
            })}
          </svg>
        </>
      )}
      {menuFor !== null && renderMenu?.({ sid: menuFor, layout, onClose: () => setMenuFor(null) })}
    </div>
  );
}
