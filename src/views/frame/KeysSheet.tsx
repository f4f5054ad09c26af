/** Every key, from the one table that also feeds the keyboard. */
import { COMMANDS, type CommandGroup } from '../../app/commands.ts';
import { Sheet } from '../../widgets/Sheet.tsx';
import { useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import { KeyCaps } from './KeyCaps.tsx';
import styles from './KeysSheet.module.css';

const GROUPS: readonly CommandGroup[] = ['time', 'faults', 'panels'];

export function KeysSheet() {
  const { store } = useLab();
  const words = useLabWords();
  const open = useLabState((state) => state.panels.help);
  if (!open) return null;
  return (
    <Sheet
      title={words.keys.title}
      closeName={words.keys.close}
      closeKey="?"
      onClose={() => store.getState().togglePanel('help')}
    >
      <div className={styles.groups}>
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{words.commandGroups[group]}</h3>
            <dl>
              {COMMANDS.filter((command) => command.group === group).map((command) => (
                <div key={command.id}>
                  <dt>
                    <KeyCaps keys={command.keys} />
                  </dt>
                  <dd>{words.commands[command.id]}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Sheet>
  );
}
