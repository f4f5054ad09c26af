/** What can be asked about a client or a link that is selected: they have no head of their own. */
import { whyNotOf, whyOf } from '../../app/ask.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import { useFacts, useLabState } from '../lab.ts';
import { AskButton } from './AskButton.tsx';

interface SelectedAsksProps {
  readonly className: string | undefined;
  /** The server whose own questions stand beside these: they are not asked twice. */
  readonly beside?: Sid;
}

export function SelectedAsks({ className, beside }: SelectedAsksProps) {
  const facts = useFacts();
  const selection = useLabState((state) => state.selection);
  if (selection?.kind !== 'client' && selection?.kind !== 'link') return null;
  const [why, whyNot] = [whyOf(selection, facts, -1), whyNotOf(selection, facts, -1)];
  if (why === null) return null;
  return (
    <div className={className}>
      <AskButton question={why} whole />
      {!('sid' in whyNot && whyNot.sid === beside) && <AskButton question={whyNot} whole />}
    </div>
  );
}
