/** On a phone: what a finger does on the stage while a line is drawn or islands are made, and the ways out of that. */
import { cutGroups } from '../../app/commands.ts';
import { partitionOf } from '../../app/grouping.ts';
import { PressButton } from '../../widgets/PressButton.tsx';
import { useActingWords } from '../acting/acting-words.ts';
import { useLab, useLabState } from '../lab.ts';
import { setOption, useOptions } from '../options.ts';
import { usePlanWords } from '../plan/plan-words.ts';
import styles from './CuttingBar.module.css';

export function CuttingBar() {
  const lab = useLab();
  const words = usePlanWords();
  const { islands } = useActingWords();
  const drawing = useOptions((options) => options.drawing);
  const making = useOptions((options) => options.islands !== null);
  const grouping = useLabState((state) => state.grouping);
  if (!drawing && grouping === null) return null;
  return (
    <div className={styles.bar} role="group" aria-label={drawing ? words.acts.drawLine : islands.button}>
      <h1 aria-live="polite">{drawing ? words.acts.drawCut : making ? islands.dragging : words.acts.cutOff}</h1>
      {grouping !== null && (
        <PressButton name={words.acts.cutNow} usable={partitionOf(grouping) !== null} onPress={() => cutGroups(lab)}>
          {words.acts.cutNow}
        </PressButton>
      )}
      <button
        type="button"
        onClick={() => {
          setOption({ drawing: false });
          lab.store.getState().setGrouping(null);
        }}
      >
        {words.acts.cancel}
      </button>
    </div>
  );
}
