/** What comes after the first picture, in one piece: the laboratory, the phone, the sheet of keys. */
import type { ReactNode } from 'react';
import { KeysSheet } from './frame/KeysSheet.tsx';
import { LabPage } from './LabPage.tsx';
import { PlanSheets } from './plan/PlanSheets.tsx';
import { PhonePage } from './phone/PhonePage.tsx';

export function pageFor(screen: 'wide' | 'phone'): ReactNode {
  return (
    <>
      {screen === 'phone' ? <PhonePage /> : <LabPage />}
      <PlanSheets />
    </>
  );
}

export function keysSheet(): ReactNode {
  return <KeysSheet />;
}
