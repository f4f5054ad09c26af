import { expect, it } from 'vitest';
import { fakePage } from '../../app/fake-page.ts';
import { createLab } from '../../app/lab.ts';
import type { Translation } from '../../locales/translation.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import { labBeside, shareWhatIsShown } from './beside.ts';

// Which one it is matters here, not what it says.
const LATIN = { language: 'la' } as unknown as Translation;

it('the other branch is shown in the language of the page, from the first picture on and once another is chosen', () => {
  const lab = createLab(fakePage());
  lab.store.setState({ translation: LATIN });
  const beside = labBeside(lab);
  expect(beside.store.getState().translation).toBe(LATIN);
  const stop = shareWhatIsShown(lab, beside);
  lab.store.setState({ translation: null });
  expect(beside.store.getState().translation).toBeNull();
  stop();
  lab.store.setState({ translation: LATIN });
  expect(beside.store.getState().translation).toBeNull();
});

it('what is selected on one stage is selected on both', () => {
  const lab = createLab(fakePage());
  const beside = labBeside(lab);
  shareWhatIsShown(lab, beside);
  const [one, two] = [1, 2].map((sid) => ({ kind: 'server', sid: sidOf(sid) }) as const);
  lab.store.getState().select(one ?? null);
  expect(beside.store.getState().selection).toBe(one);
  beside.store.getState().select(two ?? null);
  expect(lab.store.getState().selection).toBe(two);
});
