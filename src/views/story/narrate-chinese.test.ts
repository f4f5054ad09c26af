// What a note is put together to, value by value, reads as Chinese: checked on whole runs, with every value that occurs.
import { expect, it } from 'vitest';
import { fakePage } from '../../app/fake-page.ts';
import { createLab } from '../../app/lab.ts';
import { zh } from '../../locales/zh-whole.ts';
import { BUILTIN_SCENARIOS } from '../../scenario/builtin.ts';
import { select } from '../../sim/select.ts';
import { sentence, tell } from './narrate.ts';
import { whoIn } from './who.ts';

const EVENTS = 1500;

it.each(BUILTIN_SCENARIOS)('every sentence of “$title” is one', async (scenario) => {
  const lab = createLab(fakePage());
  await lab.whole;
  lab.store.getState().openScenario(scenario);
  const run = lab.session.branch(0);
  run.extend(EVENTS);
  const facts = lab.session.facts(select, { branch: 0, cursor: run.length });
  const who = whoIn(facts, zh.lab, run);
  const told = Array.from({ length: run.length }, (_, index) =>
    sentence(tell(run.entryAt(index), who, zh.lab), zh.lab),
  );
  expect(told.filter((text) => !/[\u4e00-\u9fff].*。$/.test(text))).toEqual([]);
  expect(
    told.filter((text) =>
      /[\u4e00-\u9fff]\w|\w[\u4e00-\u9fff]| {2}|[，：。；（）] | [，：。；（）]|undefined/.test(text),
    ),
  ).toEqual([]);
});
