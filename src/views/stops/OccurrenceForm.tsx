/** Something that may happen at one server, put together field by field. */
import type { Occurrence } from '../../sim/occurrence.ts';
import { type Sid, sidOf } from '../../zookeeper/ids.ts';
import type { PacketType, ServerState } from '../../zookeeper/packets.ts';
import { useLabWords } from '../lab-words.ts';
import { Labelled } from '../plan/Labelled.tsx';

type EventName = Occurrence['event'];

const EVENTS: readonly EventName[] = ['becomes', 'receives', 'proposes', 'counts', 'commits', 'writes'];
const STATES: readonly ServerState[] = ['LOOKING', 'FOLLOWING', 'LEADING', 'OBSERVING'];
/** What servers tell each other, in the order in which a newcomer meets it. */
const PACKETS: readonly PacketType[] = [
  'NOTIFICATION',
  'FOLLOWERINFO',
  'OBSERVERINFO',
  'LEADERINFO',
  'ACKEPOCH',
  'DIFF',
  'TRUNC',
  'SNAP',
  'NEWLEADER',
  'UPTODATE',
  'PROPOSAL',
  'ACK',
  'COMMIT',
  'INFORM',
  'REQUEST',
];
const WRITES = ['acceptedEpoch', 'currentEpoch', 'txns', 'snapshot', 'truncate'] as const;

interface OccurrenceFormProps {
  readonly value: Occurrence;
  readonly sids: readonly Sid[];
  readonly onChange: (value: Occurrence) => void;
}

export function OccurrenceForm({ value, sids, onChange }: OccurrenceFormProps) {
  const words = useLabWords();
  const { form } = words.stopsSheet;
  const { server } = value;
  return (
    <>
      <Choice
        label={form.server}
        value={String(server)}
        options={sids.map((sid) => [String(sid), words.server(sid)])}
        onChange={(text) => onChange({ ...value, server: sidOf(Number(text)) })}
      />
      <Choice
        label={form.event}
        value={value.event}
        options={EVENTS.map((event) => [event, form.events[event]])}
        onChange={(event) => onChange(fresh(event as EventName, server))}
      />
      {value.event === 'becomes' && (
        <Choice
          label={form.state}
          value={value.state ?? ''}
          options={[
            // A scenario may wait for a phase in whatever state.
            ...(value.state === undefined ? [['', value.zabState ?? '–'] as const] : []),
            ...STATES.map((state) => [state, state] as const),
          ]}
          onChange={(state) => onChange({ event: 'becomes', server, state: state as ServerState })}
        />
      )}
      {value.event === 'receives' && (
        <>
          <Choice
            label={form.packet}
            value={value.packet}
            options={PACKETS.map((packet) => [packet, packet])}
            onChange={(packet) => onChange({ ...value, packet: packet as PacketType })}
          />
          <Choice
            label={form.from}
            value={value.from === undefined ? '' : String(value.from)}
            options={[['', form.anybody], ...sids.map((sid) => [String(sid), words.server(sid)] as const)]}
            onChange={(text) => {
              const { from: _, ...rest } = value;
              onChange(text === '' ? rest : { ...rest, from: sidOf(Number(text)) });
            }}
          />
        </>
      )}
      {value.event === 'writes' && (
        <Choice
          label={form.write}
          value={value.write}
          options={WRITES.map((write) => [write, write])}
          onChange={(write) => onChange({ ...value, write: write as (typeof WRITES)[number] })}
        />
      )}
      {value.event === 'counts' && (
        <Labelled label={form.acks}>
          <input
            type="number"
            min={1}
            max={sids.length}
            value={value.acks}
            onChange={(event) => onChange({ ...value, acks: Math.max(1, event.target.valueAsNumber || 1) })}
          />
        </Labelled>
      )}
    </>
  );
}

function fresh(event: EventName, server: Sid): Occurrence {
  switch (event) {
    case 'becomes':
      return { event, server, state: 'LEADING' };
    case 'receives':
      return { event, server, packet: 'NEWLEADER' };
    case 'writes':
      return { event, server, write: 'txns' };
    case 'counts':
      return { event, server, acks: 2 };
    default:
      return { event, server };
  }
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Labelled label={label}>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
