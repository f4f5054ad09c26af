/** Keys from the first moment on: what is pressed before the commands have come is kept, and done as soon as they have. */
import type * as keyboard from './keyboard.ts';
import type { Lab } from './lab.ts';

/** What brings them. */
export type Keyboard = Pick<typeof keyboard, 'connectKeyboard'>;

/** Listens until the returned function is called. */
export function connectKeys(lab: Lab, target: Window, coming: Promise<Keyboard>): () => void {
  const pressed: KeyboardEvent[] = [];
  const keep = (event: KeyboardEvent): void => void pressed.push(event);
  const forget = (): void => target.removeEventListener('keydown', keep);
  let disconnect = forget;
  target.addEventListener('keydown', keep);
  const takeOver = async (): Promise<void> => {
    const { connectKeyboard } = await coming;
    if (disconnect !== forget) return;
    forget();
    disconnect = connectKeyboard(lab, target, pressed);
  };
  void takeOver();
  return () => {
    const stop = disconnect;
    disconnect = () => undefined;
    stop();
  };
}
