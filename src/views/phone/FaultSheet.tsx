/** On a phone: what can be done to a server, and a partition by tapping servers into two groups. */
import { useState } from 'react';
import { Icon } from '../../widgets/Icon.tsx';
import { Sheet } from '../../widgets/Sheet.tsx';
import type { Sid } from '../../zookeeper/ids.ts';
import { useActingWords } from '../acting/acting-words.ts';
import { PART_ICON, faultChoices } from '../acting/fault-choices.tsx';
import { useFacts, useLab } from '../lab.ts';
import { setOption } from '../options.ts';
import { presetChoices } from '../plan/preset-choices.ts';
import { usePlanWords } from '../plan/plan-words.ts';
import { roleOf } from '../stage/RoleMark.tsx';
import { toggleIslands } from '../stage/islands.ts';
import { ACT_ICON, MENU_ACTS, actionsFor, doAll, isPossible } from '../story/acts.ts';
import styles from './FaultSheet.module.css';

export function FaultSheet({ sid, onClose }: { readonly sid: Sid; readonly onClose: () => void }) {
  const lab = useLab();
  const words = usePlanWords();
  const acting = useActingWords();
  const facts = useFacts();
  const [apart, setApart] = useState<readonly Sid[]>([sid]);
  const server = facts.servers.find((one) => one.sid === sid);
  const sids = facts.servers.map((one) => one.sid);
  const rest = sids.filter((one) => !apart.includes(one));
  const toggle = (one: Sid) => setApart(apart.includes(one) ? apart.filter((other) => other !== one) : [...apart, one]);
  const acts = MENU_ACTS.filter((act) => act !== 'thaw' || server?.status === 'frozen');
  return (
    <Sheet
      low
      title={
        <>
          {words.server(sid)} <small className={styles.state}>{server === undefined ? '' : roleOf(server)}</small>
        </>
      }
      closeName={words.acts.cancel}
      onClose={onClose}
    >
      <div className={styles.acts}>
        {acts.map((act) => {
          const actions = actionsFor(lab, act, sid, facts);
          return (
            <button
              key={act}
              type="button"
              disabled={!isPossible(lab, actions)}
              onClick={() => {
                doAll(lab, actions);
                onClose();
              }}
            >
              <Icon name={ACT_ICON[act]} size={22} />
              {words.acts[act]}
              <small>{words.acts.hints[act]}</small>
            </button>
          );
        })}
      </div>
      {faultChoices(lab, sid, acting).map(({ part, choices }) => (
        <details key={part} className={styles.part}>
          <summary>
            <Icon name={PART_ICON[part]} />
            {acting.menu[part]}
            <Icon name="chevronDown" />
          </summary>
          <div className={styles.presets}>
            {choices.map(({ key, label, disabled, onChoose }) => (
              <button
                key={key}
                type="button"
                disabled={disabled}
                onClick={() => {
                  onChoose();
                  onClose();
                }}
              >
                {label}
              </button>
            ))}
          </div>
        </details>
      ))}
      <h3 className={styles.title}>{words.acts.cutOff}</h3>
      <div className={styles.groups} role="group" aria-label={words.acts.cutOff}>
        {[apart, rest].map((group, index) => (
          <span key={index === 0 ? 'A' : 'B'} className={styles.side}>
            {index === 1 && <i className={styles.bar} />}
            <b>{index === 0 ? 'A' : 'B'}</b>
            {group
              .toSorted((a, b) => a - b)
              .map((one) => (
                <button key={one} type="button" className={styles.member} onClick={() => toggle(one)}>
                  {words.server(one)}
                </button>
              ))}
          </span>
        ))}
      </div>
      <div className={styles.two}>
        <button
          type="button"
          disabled={apart.length === 0 || rest.length === 0}
          onClick={() => {
            doAll(lab, [{ do: 'partition', groups: [apart.toSorted((a, b) => a - b), rest] }]);
            onClose();
          }}
        >
          <Icon name="cut" />
          {words.acts.cutNow}
        </button>
        <button
          type="button"
          disabled={!facts.links.some((link) => link.cut)}
          onClick={() => {
            doAll(lab, [{ do: 'healAll' }]);
            onClose();
          }}
        >
          <Icon name="heal" />
          {words.acts.healCut}
        </button>
      </div>
      <div className={styles.two}>
        <button
          type="button"
          onClick={() => {
            setOption({ drawing: true });
            onClose();
          }}
        >
          {words.acts.drawLine}
        </button>
        <button
          type="button"
          onClick={() => {
            toggleIslands(lab);
            onClose();
          }}
        >
          {acting.islands.button}
        </button>
      </div>
      <h3 className={styles.title}>{words.plan.presets.title}</h3>
      <div className={styles.presets}>
        {presetChoices(lab, facts, words).map(({ key, label, disabled, onChoose }) => (
          <button
            key={key}
            type="button"
            disabled={disabled}
            onClick={() => {
              onChoose();
              onClose();
            }}
          >
            {label}
          </button>
        ))}
      </div>
    </Sheet>
  );
}
