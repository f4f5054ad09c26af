/** The definition of the word that is shown, where one is. */
import { later } from '../later.ts';
import { useShownWord } from './shown-word.ts';

const useDefinition = later(() => import('./Definition.tsx'));

export function ShownDefinition() {
  const shown = useShownWord();
  const part = useDefinition();
  return shown === null || part === null ? null : <part.Definition key={shown.key} shown={shown} />;
}
