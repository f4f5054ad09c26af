/** What can be asked about a client or a link that is selected: they have no head of their own. */
import { whyNotOf, whyOf } from '../../app/ask.ts';
import { useFacts, useLabState } from '../lab.ts';
import { AskButton } from './AskButton.tsx';

export function SelectedAsks({ className }: { readonly className: string | undefined }) {
  const facts = useFacts();
  const selection = useLabState((state) => state.selection);
  if (selection?.kind !== 'client' && selection?.kind !== 'link') return null;
  const [why, whyNot] = [whyOf(selection, facts, -1), whyNotOf(selection, facts, -1)];
  if (why === null) return null;
  return (
    <div className={className}>
      <AskButton question={why} whole />
      <AskButton question={whyNot} whole />
    </div>
  );
}
