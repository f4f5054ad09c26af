/** From the laboratory to a class. */
import { Icon } from '../../widgets/Icon.tsx';
import { ICONS } from '../../widgets/later-icons.ts';
import { useLab } from '../lab.ts';
import { useScreenWords } from './screen-words.ts';

export function LectureButton({ buttonClass }: { readonly buttonClass: string | undefined }) {
  const { store } = useLab();
  const screens = useScreenWords();
  return (
    <button
      type="button"
      className={buttonClass}
      aria-label={screens.lecture}
      title={screens.lecture}
      aria-keyshortcuts="p"
      onClick={() => store.getState().setScreen('lecture')}
    >
      <Icon name={ICONS.screen} />
    </button>
  );
}
