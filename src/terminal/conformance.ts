/**
 * `conformance`: replays recordings of real ensembles and compares. A line for each, `ok <name>` or the name and every
 * path that differs; then `N passed, N failed`.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Verdict, verdictOn } from '../replay/conformance.ts';
import { parseArguments } from './arguments.ts';
import type { Command } from './command.ts';

const OPTIONS = {};

export const conformance: Command = {
  summary: 'replay recordings of real ensembles and compare; exit 1 when one differs',
  usage: 'conformance [FOLDER or FILES]',
  options: OPTIONS,
  notes: 'Without a place: the recordings that come with the project’s sources.',
  run: (args) => compareAll(parseArguments(OPTIONS, args).places),
};

/** The program is called by the path of its source, beside which the recordings lie. */
const OWN = join(dirname(process.argv[1] ?? '.'), '../replay/recordings');

function compareAll(places: readonly string[]): number {
  let files: readonly string[];
  try {
    files = (places.length > 0 ? places : [OWN]).flatMap(filesIn);
  } catch (error) {
    console.log(messageOf(error));
    return 1;
  }
  if (files.length === 0) {
    console.log(`no recordings (*.json) in ${places.join(', ') || OWN}`);
    return 1;
  }
  const passed = files.filter(isAsRecorded).length;
  console.log(`${passed} passed, ${files.length - passed} failed`);
  return passed === files.length ? 0 : 1;
}

function filesIn(place: string): readonly string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => join(place, name));
}

function isAsRecorded(file: string): boolean {
  const { name, problems } = verdictOnFile(file);
  console.log(problems.length === 0 ? `ok ${name}` : [name, ...problems.map((line) => `  ${line}`)].join('\n'));
  return problems.length === 0;
}

function verdictOnFile(file: string): Verdict {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return { name: file, problems: [`no JSON: ${messageOf(error)}`] };
  }
  try {
    return verdictOn(json, file);
  } catch (error) {
    return { name: file, problems: [`the engine broke off: ${error instanceof Error ? error.stack : String(error)}`] };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
