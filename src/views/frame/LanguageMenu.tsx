/** The languages, each by its own name. */
import { LANGUAGES } from '../../locales/language.ts';
import { Menu } from '../../widgets/Menu.tsx';
import { useLab, useLabState, useWords } from '../lab.ts';
import { chooseLanguage } from './language.ts';

export function LanguageMenu({ buttonClass }: { readonly buttonClass: string | undefined }) {
  const { store } = useLab();
  const words = useWords();
  const spoken = useLabState((state) => state.translation?.language ?? 'en');
  return (
    <Menu
      place="belowRight"
      title={words.head.languageName}
      name={words.head.languageName}
      buttonClass={buttonClass}
      button={words.head.language}
      choices={LANGUAGES.map(({ language, name, tag }) => ({
        key: language,
        label: <span lang={tag}>{name}</span>,
        current: language === spoken,
        onChoose: () => void chooseLanguage(store, language),
      }))}
    />
  );
}
