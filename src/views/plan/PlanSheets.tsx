/** What opens over the page for somebody who changes what happens: the ensemble, and on a phone the steps. */
import { Sheet } from '../../widgets/Sheet.tsx';
import { later } from '../later.ts';
import { openSheet, useOpenSheet } from '../options.ts';
import { Steps } from '../story/Steps.tsx';
import { usePlanWords } from './plan-words.ts';

const useEnsemble = later(() => import('../ensemble/EnsembleSheet.tsx'));

function close(): void {
  openSheet(null);
}

export function PlanSheets() {
  const words = usePlanWords();
  const open = useOpenSheet();
  const ensemble = useEnsemble();
  if (open === 'ensemble') return ensemble === null ? null : <ensemble.EnsembleSheet onClose={close} />;
  if (open === 'steps') {
    return (
      <Sheet low title={words.plan.stepsSheet} closeName={words.acts.cancel} onClose={close}>
        <Steps />
      </Sheet>
    );
  }
  return null;
}
