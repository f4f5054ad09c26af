import { expect, it } from 'vitest';
import { decodeScenario } from '../scenario/decode.ts';
import { play } from './play.ts';
import { RECORDED_TITLES, recordedScenario } from './recorded.ts';
import { scriptOf } from './recorded-script.ts';
import { type Recording, decodeRecording } from './recording.ts';

const files = import.meta.glob<unknown>('./recordings/*.json', { eager: true, import: 'default' });
const recordings = Object.values(files).map((json): Recording => {
  const decoded = decodeRecording(json);
  if (!decoded.ok) throw new Error(decoded.error.join('\n'));
  return decoded.value;
});

it('scripts.json holds the scripts of the recordings', async () => {
  const lines = recordings.map((recording) => JSON.stringify(scriptOf(recording)));
  await expect(`[\n${lines.join(',\n')}\n]\n`).toMatchFileSnapshot('./scripts.json');
});

it.each(RECORDED_TITLES)('$name opens as the scenario that its replay plays', ({ name }) => {
  const recording = recordings.find(({ scenario }) => scenario === name);
  const scenario = recordedScenario(name);
  expect(scenario).toEqual(recording && play(recording).scenario);
  expect(decodeScenario(JSON.parse(JSON.stringify(scenario)))).toMatchObject({ ok: true });
});
