/** The whole page: the first look, the laboratory, or both on a phone; over it notices and the sheet of keys. */
import { useEffect, useState } from 'react';
import { Boundary } from '../widgets/Boundary.tsx';
import { FirstPage } from './first/FirstPage.tsx';
import { Notices } from './frame/Notices.tsx';
import { Patterns } from './frame/Patterns.tsx';
import { keepFocus } from './kept-focus.ts';
import { useLabState } from './lab.ts';
import { useLaterPages } from './use-later-pages.ts';
import { useMedia } from './use-media.ts';

export function Page() {
  // Too narrow for panels beside the stage, or too low for logs and a timeline under it.
  const isPhone = useMedia('(max-width: 900px), (max-height: 500px)');
  const firstLook = useLabState((state) => state.firstLook);
  const screen = useLabState((state) => state.screen);
  const laterPages = useLaterPages();
  const isWhole = useLabState((state) => state.whole);
  const pages = isWhole ? laterPages : null;
  // What began with the first look stays with it until the laboratory has come.
  const [begins] = useState(firstLook);
  useEffect(() => keepFocus(document), []);
  return (
    <>
      <Patterns />
      <Boundary renderInstead={(reopen) => laterPages?.brokenPage(reopen)}>
        {(firstLook || (begins && pages === null)) && !isPhone ? (
          <FirstPage />
        ) : (
          pages?.pageFor(screen, isPhone ? 'phone' : 'wide')
        )}
        {pages?.sheets()}
      </Boundary>
      <Notices />
    </>
  );
}
