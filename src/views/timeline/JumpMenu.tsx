/** To the next thing of a sort, or the one before: the sorts that have no key are here too. */
import { toggleBookmark } from '../../app/bookmarks.ts';
import { AIMS, jump } from '../../app/jumps.ts';
import type { Direction } from '../../app/store.ts';
import { Icon } from '../../widgets/Icon.tsx';
import { ICONS } from '../../widgets/later-icons.ts';
import { Menu } from '../../widgets/Menu.tsx';
import { useBookmarkHere } from '../bookmarks/bookmark-here.ts';
import { useLab } from '../lab.ts';
import { useMovesWords } from '../moves-words.ts';
import styles from './JumpMenu.module.css';

const WAYS: readonly Direction[] = [1, -1];
const KEYS: Partial<Record<(typeof AIMS)[number], Readonly<Record<Direction, string>>>> = {
  change: { 1: 'Shift →', [-1]: 'Shift ←' },
  commit: { 1: 'T', [-1]: 'Shift T' },
  epoch: { 1: 'E', [-1]: 'Shift E' },
};

export function JumpMenu() {
  const lab = useLab();
  const { jump: words, bookmarks } = useMovesWords();
  const here = useBookmarkHere();
  return (
    <Menu
      title={words.title}
      name={words.title}
      place="above"
      buttonClass={styles.jump}
      button={<Icon name={ICONS.jump} />}
      choices={[
        ...WAYS.flatMap((direction) =>
          AIMS.map((aim) => ({
            key: `${aim} ${direction}`,
            label: words.aims[aim],
            hint: KEYS[aim]?.[direction],
            group: direction === 1 ? words.next : words.previous,
            onChoose: () => jump(lab, aim, direction),
          })),
        ),
        {
          key: 'bookmark',
          label: here ? bookmarks.unset : bookmarks.set,
          hint: 'M',
          group: bookmarks.title,
          onChoose: () => toggleBookmark(lab),
        },
        {
          key: 'bookmarks',
          label: bookmarks.list,
          hint: 'Shift M',
          group: bookmarks.title,
          onChoose: () => lab.store.getState().togglePanel('bookmarks'),
        },
      ]}
    />
  );
}
