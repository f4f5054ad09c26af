/** The request processors of the server's role in their order, and what waits in each. */
import { placeBefore } from '../../app/session.ts';
import { selectPipelines } from '../../sim/select-pipelines.ts';
import { Section } from '../../widgets/Section.tsx';
import type { QueuedRequest, RequestPipeline } from '../../zookeeper/peer/request-pipeline.ts';
import { Changed } from '../inspector/Changed.tsx';
import type { PanelProps } from '../inspector/panels.tsx';
import { usePanelWords } from '../inspector/panel-words.ts';
import { ServerHead } from '../inspector/ServerHead.tsx';
import { useShownServer } from '../inspector/shown-server.ts';
import { useLab, usePlace, useZxidText } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { type FlowQueue, type FlowStage, flowOf } from './flow.ts';
import styles from './RequestsPanel.module.css';

/** More are only counted. */
const SHOWN_MAX = 6;

export function RequestsPanel({ phone = false }: PanelProps) {
  const { session } = useLab();
  const labWords = useLabWords();
  const { requests: words } = usePanelWords();
  const place = usePlace();
  const server = useShownServer();
  if (server === null) return <p className={styles.note}>{labWords.inspector.none}</p>;
  const now = session.facts(selectPipelines, place)[server.node] ?? null;
  const earlier = placeBefore(place);
  const before = earlier === null ? null : (session.facts(selectPipelines, earlier)[server.node] ?? null);
  const flow = now === null ? null : flowOf(now, before);
  return (
    <div className={styles.requests} data-phone={phone}>
      <ServerHead server={server} />
      {now === null || flow === null ? (
        <p className={styles.note}>{words.none(server.sid)}</p>
      ) : (
        <>
          <Section title={words.chain} meta={words.roles[now.role]}>
            <Chain stages={flow.requests} acks={now.acks} />
          </Section>
          {flow.log.length > 0 && (
            <Section title={words.log}>
              <Chain stages={flow.log} acks={now.acks} />
            </Section>
          )}
        </>
      )}
    </div>
  );
}

interface ChainProps {
  readonly stages: readonly FlowStage[];
  readonly acks: RequestPipeline['acks'];
}

function Chain({ stages, acks }: ChainProps) {
  const { requests: words } = usePanelWords();
  return (
    <ol className={styles.chain}>
      {stages.map(({ processor, queues }) => (
        <li key={processor} data-waiting={queues.some(({ waiting }) => waiting.length > 0)}>
          <h3>{processor}</h3>
          <p>{words.does[processor]}</p>
          {queues.map((queue) => (
            <Queue key={queue.name} queue={queue} acks={acks} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function Queue({
  queue: { name, waiting, gone },
  acks,
}: {
  readonly queue: FlowQueue;
  readonly acks: RequestPipeline['acks'];
}) {
  const { requests: words } = usePanelWords();
  const { logs } = useLabWords();
  const shown = waiting.slice(0, SHOWN_MAX);
  return (
    <div className={styles.queue}>
      <h4>
        {name} <span>{waiting.length === 0 ? words.empty : words.count(waiting.length)}</span>
      </h4>
      {waiting.length + gone.length > 0 && (
        <ul>
          {shown.map(({ key, request, isNew }) => (
            <li key={key}>
              {isNew ? (
                <Changed was={null}>
                  <Request request={request} />
                </Changed>
              ) : (
                <Request request={request} />
              )}
              {name === 'outstandingProposals' && (
                <small>{words.acks(acks.find(({ zxid }) => zxid === request.zxid)?.sids ?? [])}</small>
              )}
            </li>
          ))}
          {waiting.length > SHOWN_MAX && <li>{logs.folded(waiting.length - SHOWN_MAX)}</li>}
          {gone.map((request) => (
            <li key={`${request.sessionId} ${request.cxid} ${request.zxid}`} className={styles.gone}>
              <s>
                <Request request={request} />
              </s>{' '}
              <small>{words.gone}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Request({ request: { type, zxid, sessionId, cxid } }: { readonly request: QueuedRequest }) {
  const { requests: words } = usePanelWords();
  const zxidText = useZxidText();
  return (
    <span title={sessionId === null ? undefined : words.session(sessionId)}>
      {type}{' '}
      {zxid === null ? <span className={styles.cxid}>{words.call(cxid)}</span> : <b className="z">{zxidText(zxid)}</b>}
    </span>
  );
}
