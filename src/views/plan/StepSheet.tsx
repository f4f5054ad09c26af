/** The form of one step: when, and what. What is saved is another plan, and so another branch. */
import { useId, useState } from 'react';
import type { StepContent } from '../../app/plan-edits.ts';
import type { Action } from '../../sim/action.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { Sheet } from '../../widgets/Sheet.tsx';
import { actionText } from '../story/action-text.ts';
import { type ActionContext, type FormProblem, actionOf, problemOf, tidied } from './action-form.ts';
import { ActionForm } from './ActionForm.tsx';
import styles from './Form.module.css';
import { Labelled } from './Labelled.tsx';
import { usePlanWords } from './plan-words.ts';
import type { PlanWords } from '../../locales/translation.ts';

interface StepSheetProps {
  readonly title: string;
  readonly content: StepContent;
  readonly context: ActionContext;
  readonly onSave: (content: StepContent) => void;
  readonly onClose: () => void;
}

/** A step may be put so late that its run takes long, but not beyond what a link may hold. */
const AT_MAX_MILLIS = 1_000_000_000;

export function StepSheet({ title, content, context, onSave, onClose }: StepSheetProps) {
  const words = usePlanWords();
  const { form } = words.plan;
  const [seconds, setSeconds] = useState(String(content.at / 1000));
  const [actions, setActions] = useState(content.actions);
  const [tried, setTried] = useState(false);
  const id = useId();
  const at = Math.round(Number(seconds) * 1000);
  const isTimeRight = seconds.trim() !== '' && at >= 0 && at <= AT_MAX_MILLIS;
  const problems = [
    ...(isTimeRight ? [] : [form.badTime]),
    ...actions.flatMap((action) => {
      const problem = problemOf(action);
      return problem === null ? [] : [problemText(problem, words)];
    }),
  ];
  const change = (index: number, action: Action) => setActions(actions.map((one, i) => (i === index ? action : one)));
  return (
    <Sheet title={title} closeName={form.cancel} onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (problems.length > 0) return;
          onClose();
          onSave({ at, actions: actions.map(tidied) });
        }}
      >
        <Labelled label={`${form.at} (${form.seconds})`}>
          <input
            type="number"
            min={0}
            step={0.001}
            value={seconds}
            aria-invalid={!isTimeRight}
            onChange={(event) => setSeconds(event.target.value)}
          />
        </Labelled>
        {actions.map((action, index) => (
          // Actions have no name but their turn.
          // oxlint-disable-next-line react/no-array-index-key
          <fieldset key={index} className={styles.action}>
            <legend className="sr">{actionText(tidied(action), words)}</legend>
            <ActionForm action={action} context={context} onChange={(changed) => change(index, changed)} />
            {actions.length > 1 && (
              <button
                type="button"
                className={styles.remove}
                aria-label={form.removeAction(actionText(tidied(action), words))}
                onClick={() => setActions(actions.filter((_, i) => i !== index))}
              >
                <Icon name="close" />
              </button>
            )}
          </fieldset>
        ))}
        <button
          type="button"
          className={styles.quiet}
          onClick={() => {
            const last = actions.at(-1) ?? { do: 'healAll' };
            setActions([...actions, actionOf('start', last, context)]);
          }}
        >
          <Icon name="zoomIn" />
          {form.addAction}
        </button>
        <div id={id} role="alert" className={styles.problems}>
          {tried && problems.map((text) => <p key={text}>{text}</p>)}
        </div>
        <div className={styles.foot}>
          <p className={styles.hint}>{form.saveHint}</p>
          <button type="button" className={styles.quiet} onClick={onClose}>
            {form.cancel}
          </button>
          <button type="submit" className={styles.main} aria-describedby={id}>
            {form.save}
          </button>
        </div>
      </form>
    </Sheet>
  );
}

function problemText(problem: FormProblem, { plan: { form } }: PlanWords): string {
  return 'name' in problem ? form[problem.kind](form.fields[problem.name]) : form[problem.kind];
}
