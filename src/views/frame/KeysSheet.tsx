/** Every key, from the one table that also feeds the keyboard. */
import { COMMANDS, type CommandGroup } from '../../app/commands.ts';
import { Sheet } from '../../widgets/Sheet.tsx';
import { useLab, useLabState } from '../lab.ts';
import { useLabWords } from '../lab-words.ts';
import styles from './KeysSheet.module.css';

const GROUPS: readonly CommandGroup[] = ['time', 'faults', 'panels'];

export function KeysSheet() {
  const { store } = useLab();
  const words = useLabWords();
  const open = useLabState((state) => state.panels.help);
  if (!open) return null;
  return (
    <Sheet title={words.keys.title} closeName={words.keys.close} onClose={() => store.getState().togglePanel('help')}>
      <div className={styles.groups}>
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{words.commandGroups[group]}</h3>
            <dl>
              {COMMANDS.filter((command) => command.group === group).map((command) => (
                <div key={command.id}>
                  <dt>
                    {command.keys
                      // Where a character needs Shift, the character says so.
                      .filter((key) => !command.keys.some((other) => key === `Shift+${other}`))
                      .map((key, index) => (
                        <span key={key}>
                          {index > 0 && <small> {words.keys.or} </small>}
                          {keyCaps(key).map((cap) => (
                            <kbd key={cap}>{words.keyCaps[cap] ?? cap}</kbd>
                          ))}
                        </span>
                      ))}
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

function keyCaps(key: string): readonly string[] {
  const parts = key.split('+').map((part) => (part.length === 1 ? part.toUpperCase() : part));
  return parts;
}
