/** What comes after the first picture, in one piece: the laboratory, the phone, the sheets. */
import type { ReactNode } from 'react';
import type { Notice } from '../app/notice.ts';
import type { Screen } from '../app/store.ts';
import { BookmarksSheet } from './bookmarks/BookmarksSheet.tsx';
import { BugsSheet } from './bugs/BugsSheet.tsx';
import { BrokenPage } from './frame/BrokenPage.tsx';
import { EmbedPage } from './embed/EmbedPage.tsx';
import { FilesSheet } from './files/FilesSheet.tsx';
import { HandoutSheet } from './handout/HandoutSheet.tsx';
import { GlossarySheet } from './glossary/GlossarySheet.tsx';
import { ShownDefinition } from './glossary/ShownDefinition.tsx';
import { KeysSheet } from './frame/KeysSheet.tsx';
import { NoticeText } from './frame/NoticeText.tsx';
import { LessonsSheet } from './lesson/LessonsSheet.tsx';
import { Lights } from './lesson/Lights.tsx';
import { MisconceptionLights } from './misconception/MisconceptionLights.tsx';
import { LabPage } from './LabPage.tsx';
import { LecturePage } from './lecture/LecturePage.tsx';
import { NextSheet } from './acting/NextSheet.tsx';
import { Palette } from './palette/Palette.tsx';
import { PlanSheets } from './plan/PlanSheets.tsx';
import { SpeakerWindow } from './speaker/SpeakerWindow.tsx';
import { StopsSheet } from './stops/StopsSheet.tsx';
import { SlowMotion } from './timeline/SlowMotion.tsx';
import { AnswerLive } from './why/AnswerLive.tsx';
import { PhonePage } from './phone/PhonePage.tsx';
// For paper, and for colours of the system's choice: nobody needs them before the first picture.
// oxlint-disable-next-line import/no-unassigned-import
import '../styles/print.css';
// oxlint-disable-next-line import/no-unassigned-import
import '../styles/forced-colors.css';

export function pageFor(screen: Screen, room: 'wide' | 'phone'): ReactNode {
  if (screen === 'lecture') return <LecturePage />;
  if (screen === 'embed') return <EmbedPage />;
  return room === 'phone' ? <PhonePage /> : <LabPage />;
}

/** Instead of a page of which a view has failed. */
export function brokenPage(onReopen: () => void): ReactNode {
  return <BrokenPage onReopen={onReopen} />;
}

export function notice(told: Notice): ReactNode {
  return <NoticeText notice={told} />;
}

/** What floats over either. */
export function sheets(): ReactNode {
  return (
    <>
      <AnswerLive />
      <KeysSheet />
      <StopsSheet />
      <NextSheet />
      <BookmarksSheet />
      <Palette />
      <FilesSheet />
      <PlanSheets />
      <HandoutSheet />
      <SlowMotion />
      <LessonsSheet />
      <BugsSheet />
      <GlossarySheet />
      <ShownDefinition />
      <Lights />
      <MisconceptionLights />
      <SpeakerWindow />
    </>
  );
}
