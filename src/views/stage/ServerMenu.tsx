/** What can be done to one server: beside it on the stage, from the bottom edge on a phone. */
import { useState } from 'react';
import { whyNotOfServer } from '../../app/ask.ts';
import type { Question } from '../../app/question.ts';
import { FAULT_PARTS, type FaultPart } from '../../app/server-faults.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { type Choice, MenuList } from '../../widgets/MenuList.tsx';
import { useActingWords } from '../acting/acting-words.ts';
import { PART_ICON, faultChoices } from '../acting/fault-choices.tsx';
import { useFacts, useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { FaultSheet } from '../phone/FaultSheet.tsx';
import { ACT_ICON, MENU_ACTS, actionsFor, doAll, isPossible } from '../story/acts.ts';
import { useQuestionText } from '../why/use-answer.ts';
import { placeOf } from './layout.ts';
import type { StageMenu } from './Stage.tsx';

/** Of the whole list, about. */
const HEIGHT = 440;

export function ServerMenu({ sid, layout, onClose }: StageMenu) {
  const lab = useLab();
  const words = useLabWords();
  const facts = useFacts();
  const acting = useActingWords();
  const [part, setPart] = useState<FaultPart | null>(null);
  const place = placeOf(layout, sid);
  const questionText = useQuestionText();
  const asked = useLabState((state) => state.asked);
  if (layout.scale === 'phone') return <FaultSheet sid={sid} onClose={onClose} />;
  if (place === null) return null;
  const toRight = place.at.x < layout.width - 300;
  const low = place.at.y > layout.height - 260;
  // On a low stage it begins at the bottom edge: all of it, or as much as there is height for, is on the stage.
  const from = low
    ? Math.max(8, Math.min(layout.height - place.at.y - 40, layout.height - HEIGHT))
    : Math.max(8, place.at.y - 24);
  return (
    <MenuList
      // Another list begins at its own first choice.
      key={part}
      title={words.stage.menuOf(sid)}
      {...(part === null && { heading: words.acts.what(sid, facts.now) })}
      style={{
        ...(toRight
          ? { left: place.at.x + place.radius + 12 }
          : { right: layout.width - place.at.x + place.radius + 12 }),
        [low ? 'bottom' : 'top']: from,
        maxHeight: layout.height - from - 8,
      }}
      onClose={(how) => {
        onClose();
        // A question takes the focus to its answer.
        if (how === 'left' || lab.store.getState().asked !== asked) return;
        document.querySelector<SVGGElement>(`[data-sid="${sid}"]`)?.focus();
      }}
      choices={part === null ? choices() : choicesOf(part)}
    />
  );

  function choices(): readonly Choice[] {
    const acts = MENU_ACTS.map((act): Choice => {
      const actions = actionsFor(lab, act, sid, facts);
      return {
        key: act,
        icon: <Icon name={ACT_ICON[act]} />,
        label: words.acts[act],
        hint: words.acts.hints[act],
        disabled: !isPossible(lab, actions),
        onChoose: () => doAll(lab, actions),
      };
    });
    const parts = FAULT_PARTS.map((one): Choice => {
      return {
        key: one,
        icon: <Icon name={PART_ICON[one]} />,
        label: acting.menu[one],
        hint: <Icon name="chevronRight" />,
        stays: true,
        onChoose: () => setPart(one),
      };
    });
    const server = facts.servers.find((one) => one.sid === sid);
    const questions: readonly Question[] =
      server === undefined ? [] : [{ ask: 'role', sid }, whyNotOfServer(server, facts)];
    const asks = questions.map((question): Choice => ({
      key: question.ask,
      icon: <Icon name="help" />,
      label: questionText(question),
      onChoose: () => lab.store.getState().ask(question),
    }));
    return [...acts, ...parts, ...asks];
  }

  function choicesOf(shown: FaultPart): readonly Choice[] {
    const own = faultChoices(lab, sid, acting).find((one) => one.part === shown)?.choices ?? [];
    const back: Choice = {
      key: 'back',
      icon: <Icon name="chevronLeft" />,
      label: acting.menu.toAll,
      stays: true,
      onChoose: () => setPart(null),
    };
    return [...own.map((one): Choice => ({ ...one, group: acting.menu[shown] })), back];
  }
}
