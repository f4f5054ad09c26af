/** What a command is to run: a built-in scenario by its name, a link, a scenario file, or a zoo.cfg. */
import { existsSync, readFileSync } from 'node:fs';
import { zooCfgProblem, scenarioProblem } from '../locales/en-problems.ts';
import { enLab } from '../locales/en-lab.ts';
import { BUILTIN_SCENARIOS, builtinScenario } from '../scenario/builtin.ts';
import { decodeScenario } from '../scenario/decode.ts';
import { decodeShare } from '../scenario/link.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Share } from '../scenario/share.ts';
import { ensembleOfZooCfg } from '../scenario/zoo-cfg-scenario.ts';
import { parseZooCfg } from '../zookeeper/config/zoo-cfg.ts';
import { UsageError } from './arguments.ts';

export const INPUT_HELP = `INPUT is one of
  NAME             a built-in scenario: ${BUILTIN_SCENARIOS.map(({ id }) => id).join(', ')}
  '#r=1.…'         a link, or the part of it from the # on (quote it)
  FILE.json        a scenario, or a text file that holds a link; - reads standard input
  FILE.cfg         a zoo.cfg: its ensemble, all servers started at once`;

export interface Input {
  readonly share: Share;
  /** Worth knowing, and no reason to stop. */
  readonly warnings: readonly string[];
}

/** Throws a UsageError that names what is wrong, and where. `dynamicFile`: what a zoo.cfg calls dynamicConfigFile. */
export async function loadInput(input: string, dynamicFile: string | null): Promise<Input> {
  const builtin = builtinScenario(input);
  if (builtin !== null) return { share: whole(builtin), warnings: [] };
  if (isLink(input)) return fromLink(input, 'the link');
  if (input !== '-' && !existsSync(input)) {
    const names = BUILTIN_SCENARIOS.map(({ id }) => id).join(', ');
    throw new UsageError(`${input} is no file, no link, and no built-in scenario (${names})`);
  }
  const text = readText(input);
  if (input.endsWith('.cfg')) return fromZooCfg(input, text, dynamicFile === null ? null : readText(dynamicFile));
  if (isLink(text.trim())) return fromLink(text.trim(), input);
  return { share: whole(fromJson(input, text)), warnings: [] };
}

function whole(scenario: Scenario): Share {
  return { scenario, interventions: [], cursor: 0, selection: null, digest: null };
}

function isLink(text: string): boolean {
  return /^(?:https?:\/\/\S*)?#(?:scenario|r)=/.test(text) || /^(?:r=\d+\.|scenario=)\S*$/.test(text);
}

async function fromLink(text: string, where: string): Promise<Input> {
  const decoded = await decodeShare(text.slice(text.indexOf('#') + 1));
  if (decoded.ok) return { share: decoded.value, warnings: [] };
  const { reason } = decoded.error;
  throw new UsageError(`${where} cannot be opened: ${enLab.linkProblems[reason] ?? reason}`);
}

function fromJson(file: string, text: string): Scenario {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const decoded = decodeScenario(json);
  if (decoded.ok) return decoded.value;
  const lines = decoded.error.map((problem) => {
    const { what, remedy } = scenarioProblem(problem);
    return `  ${problem.path} ${what}: ${remedy}`;
  });
  throw new UsageError(`${file} is no scenario:\n${lines.join('\n')}`);
}

function fromZooCfg(file: string, cfg: string, dynamic: string | null): Input {
  const { config, problems } = parseZooCfg({ cfg, dynamic });
  const lines = problems.map((problem) => {
    const { what, remedy } = zooCfgProblem(problem);
    const place = problem.line === 0 ? '' : `:${problem.line}`;
    return `${problem.file === 'cfg' ? file : 'dynamic file'}${place}: ${problem.severity}: ${what}; ${remedy}`;
  });
  if (config === null) throw new UsageError(lines.join('\n'));
  const { notSimulated, ...ensemble } = ensembleOfZooCfg(config);
  const ignored = notSimulated.length === 0 ? [] : [`${file}: the simulation does not have ${notSimulated.join(', ')}`];
  const script = ensemble.servers.map(({ sid }) => ({ at: 0, action: { do: 'start', server: sid } }));
  const decoded = decodeScenario({ id: 'zoo-cfg', title: file, ...ensemble, script });
  if (decoded.ok) return { share: whole(decoded.value), warnings: [...lines, ...ignored] };
  const beyond = decoded.error.map((problem) => `  ${problem.path} ${scenarioProblem(problem).what}`);
  throw new UsageError(`${file} is beyond what the simulation can do:\n${beyond.join('\n')}`);
}

function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
