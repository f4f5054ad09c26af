/** What a lesson and its words look like as JSON: the same types, for whoever writes one without this program. */
import * as v from 'valibot';
import { noteSentences } from '../locales/en-notes.ts';
import { ACTION_KINDS } from '../scenario/packed.ts';
import { actionSchema, occurrenceSchema, record, sid, togglesSchema, zxidInHex } from '../scenario/schema.ts';
import {
  ARCS,
  type Choice,
  EPOCH_FIELDS,
  LEADS_TO,
  type Light,
  type Prediction,
  type Question,
  SERVER_FIELDS,
  type Show,
  type Stand,
  type Step,
  TALKS,
  type Until,
  type Value,
} from './lesson.ts';
import type { LessonWords, StepWords } from './words.ts';
import { MARK_NAMES } from '../sim/marks.ts';
import type { NoteKind } from '../zookeeper/notes.ts';
import { PACKET_FAMILY, type PacketType } from '../zookeeper/packets.ts';

const NOTE_KINDS = Object.keys(noteSentences) as readonly NoteKind[];

const text = v.pipe(v.string(), v.maxLength(4000));
const name = v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/));
const word = v.pipe(v.string(), v.regex(/^\w{1,40}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000));
const millis = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000));
const states = v.picklist(['LOOKING', 'FOLLOWING', 'LEADING', 'OBSERVING']);
const zabStates = v.picklist(['ELECTION', 'DISCOVERY', 'SYNCHRONIZATION', 'BROADCAST']);
const packet = v.picklist(Object.keys(PACKET_FAMILY) as PacketType[]);
const scalar = v.union([v.number(), v.string(), v.boolean()]);

const untilSchema: v.GenericSchema<unknown, Until> = v.union([
  occurrenceSchema,
  record({ event: v.literal('anywhere'), mark: v.picklist(MARK_NAMES) }),
  record({
    event: v.literal('notes'),
    note: v.picklist(NOTE_KINDS),
    server: v.exactOptional(sid),
    where: v.exactOptional(v.record(v.string(), scalar)),
  }),
  record({ event: v.literal('does'), act: v.picklist(ACTION_KINDS), server: v.exactOptional(sid) }),
  record({ event: v.literal('passes'), millis }),
]);

const questionSchema: v.GenericSchema<unknown, Question> = v.variant('ask', [
  v.strictObject({
    ask: v.literal('servers'),
    state: v.exactOptional(states),
    zabState: v.exactOptional(zabStates),
    serving: v.exactOptional(v.boolean()),
    up: v.exactOptional(v.boolean()),
    leader: v.exactOptional(sid),
    onDisk: v.exactOptional(zxidInHex),
    applied: v.exactOptional(zxidInHex),
  }),
  v.strictObject({ ask: v.literal('server'), server: sid, field: v.picklist(SERVER_FIELDS) }),
  v.strictObject({ ask: v.literal('noted'), note: v.picklist(NOTE_KINDS), field: text }),
  v.strictObject({ ask: v.literal('logged'), begins: text }),
  v.strictObject({ ask: v.literal('committed'), zxid: zxidInHex }),
  v.strictObject({ ask: v.literal('data'), server: sid, path: text }),
  v.strictObject({ ask: v.literal('count'), of: untilSchema }),
  v.strictObject({ ask: v.literal('happened'), what: untilSchema }),
  v.strictObject({ ask: v.picklist(['millis', 'violated', 'voters', 'quorum']) }),
]);

const showSchema: v.GenericSchema<unknown, Show> = record({
  server: v.exactOptional(v.nullable(sid)),
  look: v.exactOptional(v.picklist(['inside', 'algorithm', 'requests', 'data', 'log', 'audit', 'links'])),
  view: v.exactOptional(v.picklist(['topology', 'spaceTime', 'split'])),
  consoles: v.exactOptional(v.boolean()),
  votes: v.exactOptional(v.boolean()),
});

const lightSchema: v.GenericSchema<unknown, Light> = v.variant('light', [
  v.strictObject({ light: v.picklist(['server', 'sync']), server: sid }),
  v.strictObject({ light: v.literal('message'), packet, from: sid, to: sid }),
  v.strictObject({ light: v.literal('cell'), server: sid, zxid: zxidInHex }),
  v.strictObject({ light: v.literal('vote'), server: sid, from: v.exactOptional(sid) }),
  v.strictObject({ light: v.literal('epoch'), server: sid, field: v.picklist(EPOCH_FIELDS) }),
  v.strictObject({ light: v.literal('znode'), server: sid, path: text }),
  v.strictObject({
    light: v.literal('wait'),
    server: sid,
    for: v.picklist(['epochProposal', 'epochAck', 'newLeaderAck', 'proposal']),
  }),
]);

const standFields = {
  scene: v.exactOptional(name),
  from: v.exactOptional(name),
  behaves: v.exactOptional(togglesSchema),
  acts: v.exactOptional(v.pipe(v.array(actionSchema), v.minLength(1))),
  until: v.exactOptional(untilSchema),
  nth: v.exactOptional(count),
  within: v.exactOptional(count),
  seconds: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(60))),
  show: v.exactOptional(showSchema),
  lights: v.exactOptional(v.array(lightSchema)),
  leadsTo: v.exactOptional(v.picklist(LEADS_TO)),
  values: v.exactOptional(v.record(word, questionSchema)),
};
const standSchema: v.GenericSchema<unknown, Stand> = record(standFields);

const valueSchema: v.GenericSchema<unknown, Value> = v.nullable(v.union([v.array(sid), scalar]));
const choiceSchema: v.GenericSchema<unknown, Choice> = record({
  id: name,
  is: valueSchema,
  named: v.exactOptional(v.literal(true)),
});
const predictionSchema: v.GenericSchema<unknown, Prediction> = record({
  question: questionSchema,
  choices: v.pipe(v.array(choiceSchema), v.minLength(2), v.maxLength(5)),
  onStage: v.exactOptional(v.literal(true)),
  answer: standSchema,
  wrong: v.record(v.string(), standSchema),
});

const stepSchema: v.GenericSchema<unknown, Step> = record({
  ...standFields,
  id: name,
  predict: v.exactOptional(predictionSchema),
  check: v.exactOptional(v.literal(true)),
  cites: v.array(v.pipe(v.string(), v.regex(/^\d+(\.\d+)?$/))),
});

const stepWordsSchema: v.GenericSchema<unknown, StepWords> = record({
  title: text,
  says: text,
  ask: v.exactOptional(text),
  answer: v.exactOptional(text),
  wrong: v.exactOptional(v.record(v.string(), text)),
  choices: v.exactOptional(v.record(v.string(), text)),
});
const wordsSchema: v.GenericSchema<unknown, LessonWords> = record({
  title: text,
  question: text,
  steps: v.record(v.string(), stepWordsSchema),
});

/** Scenes are scenarios, which have a decoder of their own, or the names of built-in ones. */
export const lessonFileSchema = record({
  lesson: v.literal(1),
  id: name,
  number: v.exactOptional(count, 1),
  arc: v.picklist(ARCS),
  talks: v.exactOptional(v.array(v.picklist(TALKS))),
  minutes: count,
  scenes: v.record(name, v.unknown()),
  steps: v.pipe(v.array(stepSchema), v.minLength(1), v.maxLength(99)),
  words: v.union([
    record({ en: wordsSchema, zh: v.exactOptional(wordsSchema) }),
    record({ zh: wordsSchema, en: v.exactOptional(wordsSchema) }),
  ]),
});
