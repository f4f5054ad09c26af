/** Runs as files: what a visitor opens, and what is saved. */
import { type Result, err, ok } from '../base/result.ts';
import { decodeLesson, isLessonFile } from '../lessons/decode.ts';
import type { TaughtLesson } from '../lessons/words.ts';
import { type Problem, decodeScenario } from '../scenario/decode.ts';
import { lineOfFault, lineOfPath } from '../scenario/json-place.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { TRACE_VERSION, type TraceName, isPingEntry, traceLine } from '../scenario/trace-line.ts';
import { type Plan, planOf } from './plan.ts';
import type { Session } from './session.ts';

/** Why a file is neither a scenario nor a lesson. Lines count from 1. */
export type FileProblem =
  | { readonly kind: 'notJson'; readonly line: number; readonly detail: string }
  /** The settings of a real server, which are taken elsewhere. */
  | { readonly kind: 'zooCfg' }
  | { readonly kind: 'notAScenario'; readonly problems: readonly (Problem & { readonly line: number })[] };

const ZOO_CFG = /^\s*(?:server\.\d+|tickTime|dataDir|clientPort)\s*=/m;

export type FileContent = { readonly scenario: Scenario } | { readonly taught: TaughtLesson };

/** The scenario or the lesson that a JSON text holds, or everything that is wrong with it. */
export function contentOfText(text: string): Result<FileContent, FileProblem> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (ZOO_CFG.test(text)) return err({ kind: 'zooCfg' });
    const detail = error instanceof Error ? error.message : String(error);
    return err({ kind: 'notJson', line: lineOfFault(text), detail });
  }
  const decoded = contentOfJson(json);
  if (decoded.ok) return decoded;
  const problems = decoded.error.map((problem) => ({ ...problem, line: lineOfPath(text, problem.path) }));
  return err({ kind: 'notAScenario', problems });
}

function contentOfJson(json: unknown): Result<FileContent, readonly Problem[]> {
  if (isLessonFile(json)) {
    const lesson = decodeLesson(json);
    return lesson.ok ? ok({ taught: lesson.value }) : lesson;
  }
  const scenario = decodeScenario(json);
  return scenario.ok ? ok({ scenario: scenario.value }) : scenario;
}

/** A link, or the part of one from its # on; null when the text is something else. */
export function linkIn(text: string): string | null {
  const [link] = /#(?:scenario|lesson|r)=\S+/.exec(text.trim()) ?? [];
  return link !== undefined && !text.trim().startsWith('{') ? link : null;
}

/** The scenario on show, what was done on a branch among its steps. */
export function scenarioText(session: Session, branch: number): string {
  const script = stepsOf(planOf(session, branch));
  return `${JSON.stringify({ ...session.scenario, script }, null, 2)}\n`;
}

function stepsOf({ script, deeds }: Plan): Scenario['script'] {
  const done = deeds.flatMap(({ at, actions }) => actions.map((action) => ({ at, action })));
  return [...script, ...done].toSorted((a, b) => a.at - b.at);
}

/** Every event run so far, a JSON object a line, as the terminal's `trace` prints it. */
export function traceText(session: Session, branch: number): string {
  const run = session.branch(branch);
  const { nodes } = session.momentAt({ branch, cursor: run.length }).world;
  const nameOf = (node: number): TraceName => {
    const config = nodes[node]?.config;
    if (config === undefined) return {};
    return config.kind === 'server' ? { sid: config.sid } : { client: config.name };
  };
  const lines: object[] = [
    { trace: TRACE_VERSION, scenario: session.scenario, interventions: session.interventions(branch) },
  ];
  for (let index = 0; index < run.length; index++) {
    const entry = run.entryAt(index);
    if (!isPingEntry(entry)) lines.push(traceLine(index, entry, nameOf));
  }
  lines.push({ events: run.length, now: run.timeAt(run.length), digest: run.digestAt(run.length) });
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
