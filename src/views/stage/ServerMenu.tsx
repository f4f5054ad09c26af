/** What can be done to one server: beside it on the stage, from the bottom edge on a phone. */
import { Icon } from '../../widgets/Icon.tsx';
import { MenuList } from '../../widgets/MenuList.tsx';
import { useFacts, useLab } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { FaultSheet } from '../phone/FaultSheet.tsx';
import { ACT_ICON, SERVER_ACTS, actionsFor, doAll, isPossible } from '../story/acts.ts';
import { placeOf } from './layout.ts';
import type { StageMenu } from './Stage.tsx';

export function ServerMenu({ sid, layout, onClose }: StageMenu) {
  const lab = useLab();
  const words = useLabWords();
  const facts = useFacts();
  const place = placeOf(layout, sid);
  if (layout.scale === 'phone') return <FaultSheet sid={sid} onClose={onClose} />;
  if (place === null) return null;
  const toRight = place.at.x < layout.width - 300;
  const low = place.at.y > layout.height - 260;
  return (
    <MenuList
      title={words.stage.menuOf(sid)}
      heading={words.acts.what(sid, facts.now)}
      style={{
        ...(toRight
          ? { left: place.at.x + place.radius + 12 }
          : { right: layout.width - place.at.x + place.radius + 12 }),
        ...(low ? { bottom: Math.max(8, layout.height - place.at.y - 40) } : { top: place.at.y - 24 }),
      }}
      onClose={(how) => {
        onClose();
        if (how !== 'left') document.querySelector<SVGGElement>(`[data-sid="${sid}"]`)?.focus();
      }}
      choices={SERVER_ACTS.map((act) => {
        const actions = actionsFor(lab, act, sid, facts);
        return {
          key: act,
          icon: <Icon name={ACT_ICON[act]} />,
          label: words.acts[act],
          hint: words.acts.hints[act],
          disabled: !isPossible(lab, actions),
          onChoose: () => doAll(lab, actions),
        };
      })}
    />
  );
}
