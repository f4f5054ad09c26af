/** What a phone has no room for in its header: language, theme, speed, undo, heal, keys. */
import type { Theme } from '../../app/store.ts';
import { LANGUAGES } from '../../locales/language.ts';
import { toggleBookmark } from '../../app/bookmarks.ts';
import { namedBranches } from '../../app/branches.ts';
import { useBookmarkHere } from '../bookmarks/bookmark-here.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { ICONS } from '../../widgets/later-icons.ts';
import { Menu } from '../../widgets/Menu.tsx';
import { chooseLanguage } from '../frame/language.ts';
import { useHandoutWords } from '../handout/handout-words.ts';
import { useLab, useLabState } from '../lab.ts';
import { useActingWords } from '../acting/acting-words.ts';
import { useMovesWords } from '../moves-words.ts';
import { openSheet } from '../options.ts';
import { usePlanWords } from '../plan/plan-words.ts';
import styles from './PhonePage.module.css';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

export function PhoneMenu() {
  const lab = useLab();
  const { store } = lab;
  const { bookmarks, branches, palette } = useMovesWords();
  const handout = useHandoutWords();
  const here = useBookmarkHere();
  const branch = useLabState((state) => state.branch);
  const words = usePlanWords();
  const moves = useActingWords();
  const theme = useLabState((state) => state.theme);
  const spoken = useLabState((state) => state.translation?.language ?? 'en');
  const speed = useLabState((state) => state.speed);
  const { setTheme, changeSpeed, undo, redo, toStart, togglePanel, compare } = store.getState();
  return (
    <Menu
      place="belowRight"
      title={words.head.more}
      name={words.head.more}
      buttonClass={styles.more}
      button={<Icon name={ICONS.more} size={20} />}
      choices={[
        { key: 'start', label: words.time.toStart, onChoose: toStart },
        { key: 'slower', label: words.time.slower(speed), onChoose: () => changeSpeed(-1) },
        { key: 'faster', label: words.time.faster(speed), onChoose: () => changeSpeed(1) },
        { key: 'palette', label: palette.open, onChoose: () => togglePanel('palette') },
        { key: 'files', label: words.files.title, onChoose: () => togglePanel('files') },
        { key: 'stops', label: words.stopsSheet.title, onChoose: () => togglePanel('stops') },
        { key: 'next', label: moves.next.open, onChoose: () => togglePanel('next') },
        {
          key: 'bookmark',
          label: here ? bookmarks.unset : bookmarks.set,
          onChoose: () => toggleBookmark(lab),
        },
        { key: 'bookmarks', label: bookmarks.list, onChoose: () => togglePanel('bookmarks') },
        ...(namedBranches(lab.session, branch).length > 1
          ? [
              { key: 'branches', label: branches.list, onChoose: () => togglePanel('naming') },
              { key: 'compare', label: words.commands.compare, onChoose: () => compare() },
            ]
          : []),
        { key: 'handout', label: handout.open, onChoose: () => openSheet('handout') },
        { key: 'undo', label: words.story.undo, onChoose: undo },
        { key: 'redo', label: words.story.redo, onChoose: redo },
        { key: 'steps', label: words.plan.stepsOpen, onChoose: () => openSheet('steps') },
        { key: 'ensemble', label: words.plan.ensemble, onChoose: () => openSheet('ensemble') },
        ...THEMES.map((one) => ({
          key: one,
          label: words.head.themes[one],
          current: one === theme,
          onChoose: () => setTheme(one),
        })),
        ...LANGUAGES.map(({ language, name, tag }) => ({
          key: language,
          label: <span lang={tag}>{name}</span>,
          current: language === spoken,
          onChoose: () => void chooseLanguage(store, language),
        })),
        { key: 'keys', label: words.head.keys, onChoose: () => togglePanel('help') },
      ]}
    />
  );
}
