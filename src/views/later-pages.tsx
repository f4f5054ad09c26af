/** What comes after the first picture, in one piece: the laboratory, the phone, the sheets. */
import type { ReactNode } from 'react';
import { KeysSheet } from './frame/KeysSheet.tsx';
import { LabPage } from './LabPage.tsx';
import { PlanSheets } from './plan/PlanSheets.tsx';
import { StopsSheet } from './stops/StopsSheet.tsx';
import { PhonePage } from './phone/PhonePage.tsx';

export function pageFor(screen: 'wide' | 'phone'): ReactNode {
  return screen === 'phone' ? <PhonePage /> : <LabPage />;
}

/** What floats over either. */
export function sheets(): ReactNode {
  return (
    <>
      <KeysSheet />
      <StopsSheet />
      <PlanSheets />
    </>
  );
}
