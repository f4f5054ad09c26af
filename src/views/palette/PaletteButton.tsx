/** Opens the palette. */
import { Icon } from '../../widgets/Icon.tsx';
import { ICONS } from '../../widgets/later-icons.ts';
import { useLab } from '../lab.ts';
import { useMovesWords } from '../moves-words.ts';

export function PaletteButton({ buttonClass }: { readonly buttonClass: string | undefined }) {
  const { store } = useLab();
  const { palette } = useMovesWords();
  return (
    <button
      type="button"
      className={buttonClass}
      aria-label={palette.open}
      title={palette.open}
      aria-keyshortcuts="Control+K"
      onClick={() => store.getState().togglePanel('palette')}
    >
      <Icon name={ICONS.palette} />
    </button>
  );
}
