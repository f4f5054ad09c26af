/** What opens over the page for somebody who changes what happens, the ensemble and on a phone the steps; or looks something up. */
import { Sheet } from '../../widgets/Sheet.tsx';
import { later } from '../later.ts';
import { useSheetOfAddress } from './sheet-of-address.ts';
import { openSheet, useOpenSheet } from '../options.ts';
import { Steps } from '../story/Steps.tsx';
import { usePlanWords } from './plan-words.ts';

const useMisconceptions = later(() => import('../misconception/MisconceptionsSheet.tsx'));
const useDictionary = later(() => import('../dictionary/DictionarySheet.tsx'));
const useEnsemble = later(() => import('../ensemble/EnsembleSheet.tsx'));

function close(): void {
  openSheet(null);
}

export function PlanSheets() {
  const words = usePlanWords();
  const open = useOpenSheet();
  const ensemble = useEnsemble();
  const misconceptions = useMisconceptions();
  const dictionary = useDictionary();
  useSheetOfAddress();
  if (open === 'ensemble') return ensemble === null ? null : <ensemble.EnsembleSheet onClose={close} />;
  if (open === 'misconceptions')
    return misconceptions === null ? null : <misconceptions.MisconceptionsSheet onClose={close} />;
  if (open === 'dictionary') return dictionary === null ? null : <dictionary.DictionarySheet onClose={close} />;
  if (open === 'steps') {
    return (
      <Sheet low title={words.plan.stepsSheet} closeName={words.acts.cancel} onClose={close}>
        <Steps />
      </Sheet>
    );
  }
  return null;
}
