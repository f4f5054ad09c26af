/** Keys to commands. A key that the focused control needs for itself is left to it. */
import { createKeybindingsHandler } from 'tinykeys';
import { type Command, COMMANDS } from './commands.ts';
import type { Lab } from './lab.ts';

/** Does what was `pressed` before this had come, in order; then listens until the returned function is called. */
export function connectKeyboard(lab: Lab, target: Window, pressed: readonly KeyboardEvent[] = []): () => void {
  const handle = createKeybindingsHandler(keyMap(COMMANDS, lab));
  for (const event of pressed) handle(event);
  target.addEventListener('keydown', handle);
  return () => target.removeEventListener('keydown', handle);
}

/** By key, what it does: the first command of the table that has the key and is available. */
export function keyMap(commands: readonly Command[], lab: Lab): Record<string, (event: KeyboardEvent) => void> {
  const keys = new Set(commands.flatMap((command) => command.keys));
  return Object.fromEntries(
    Array.from(keys, (key) => {
      const candidates = commands.filter((command) => command.keys.includes(key));
      return [key, (event: KeyboardEvent) => press(event, candidates, lab)];
    }),
  );
}

function press(event: KeyboardEvent, candidates: readonly Command[], lab: Lab): void {
  const state = lab.store.getState();
  if (event.defaultPrevented || isNeededBy(event, state.screen === 'lecture')) return;
  // Under the sheet of keys nothing else moves.
  const command = candidates.find(
    ({ id, available }) => (available?.(state) ?? true) && (!state.panels.help || id === 'help' || id === 'escape'),
  );
  if (command === undefined) return;
  event.preventDefault();
  if (!event.repeat || command.repeats === true) command.run(lab, event.key);
}

const TYPED_INTO =
  'input:not([type=range], [type=checkbox], [type=radio], [type=button]), textarea, [contenteditable=""], [contenteditable=true]';
const MOVED_IN =
  'input[type=range], input[type=radio], select, [role=slider], [role=listbox], [role=menu], [role=radiogroup], [role=tablist], [role=separator]';
const PRESSED =
  'button, a[href], summary, input[type=checkbox], [role=button], [role=menuitem], [role=menuitemradio], [role=tab]';
const MOVING_KEY = /^(Arrow|Page|Home$|End$)/;

/** Whether the control that has the focus does something of its own with this key. A presenter's remote has no focus. */
function isNeededBy(event: KeyboardEvent, isLecture: boolean): boolean {
  const { target, key } = event;
  if (!(target instanceof Element) || key === 'Escape') return false;
  if (target.closest(TYPED_INTO) !== null) return true;
  if (isLecture && key.startsWith('Page')) return false;
  if (MOVING_KEY.test(key)) return target.closest(MOVED_IN) !== null;
  return (key === ' ' || key === 'Enter') && target.closest(PRESSED) !== null;
}
