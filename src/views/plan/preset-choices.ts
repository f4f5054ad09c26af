/** The ready-made faults as choices of a menu. */
import { PRESETS, doPreset, presetSteps } from '../../app/presets.ts';
import type { StageFacts } from '../../sim/facts.ts';
import type { Choice } from '../../widgets/MenuList.tsx';
import type { Lab } from '../../app/lab.ts';
import { isPossible } from '../story/acts.ts';
import type { PlanWords } from '../../locales/translation.ts';

export function presetChoices(lab: Lab, { servers, tickMillis }: StageFacts, words: PlanWords): readonly Choice[] {
  const { session, store } = lab;
  const leader =
    servers.find(({ state }) => state === 'LEADING') ??
    servers.find(({ sid }) => sid === store.getState().target) ??
    servers.at(-1);
  if (leader === undefined) return [];
  return PRESETS.map((preset): Choice => {
    const steps = presetSteps(preset, {
      sids: session.sids,
      leader: leader.sid,
      running: servers.flatMap(({ sid, status }) => (status === 'down' ? [] : [sid])),
      tickMillis,
      syncLimitTicks: session.scenario.timing.syncLimitTicks,
      diskMillis: leader.diskMillis,
    });
    return {
      key: preset,
      group: words.plan.presets.title,
      label: words.plan.presets[preset](leader.sid),
      disabled: !isPossible(lab, steps[0]?.actions ?? []),
      onChoose: () => doPreset(lab, steps),
    };
  });
}
