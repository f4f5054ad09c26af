/** Light, dark, or as the system is. */
import type { Theme } from '../../app/store.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { Menu } from '../../widgets/Menu.tsx';
import { useLab, useLabState, useWords } from '../lab.ts';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

export function ThemeMenu({ buttonClass }: { readonly buttonClass: string | undefined }) {
  const { store } = useLab();
  const words = useWords();
  const theme = useLabState((state) => state.theme);
  return (
    <Menu
      place="belowRight"
      title={words.head.theme}
      name={words.head.theme}
      buttonClass={buttonClass}
      button={<Icon name="theme" />}
      choices={THEMES.map((one) => ({
        key: one,
        label: words.head.themes[one],
        current: one === theme,
        onChoose: () => store.getState().setTheme(one),
      }))}
    />
  );
}
