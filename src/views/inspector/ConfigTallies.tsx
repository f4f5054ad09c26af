/** What is missing for a quorum: heads, or groups by their weights, in every configuration that is asked. */
import type { ConfigTally, GroupTally } from '../../sim/tally.ts';
import { useZxidText } from '../lab.ts';
import { usePanelWords } from './panel-words.ts';
import styles from './ConfigTallies.module.css';

/** Whether heads in one configuration are not the whole of it. */
export function hasParts(tallies: readonly ConfigTally[]): boolean {
  return tallies.length > 1 || tallies.some(({ groups }) => groups !== null);
}

export function ConfigTallies({ tallies }: { readonly tallies: readonly ConfigTally[] }) {
  const { quorum: words } = usePanelWords();
  const zxidText = useZxidText();
  return (
    <div className={styles.tallies}>
      {tallies.map((tally, index) => (
        <div key={tally.version} className={styles.config}>
          {tallies.length > 1 && <p>{words.config(zxidText(tally.version), index > 0)}</p>}
          {tally.groups === null ? <Heads tally={tally} /> : <Groups tally={tally} groups={tally.groups} />}
        </div>
      ))}
      {tallies.length > 1 && <p>{words.every}</p>}
    </div>
  );
}

function Heads({ tally: { needed, has, missing, quorum } }: { readonly tally: ConfigTally }) {
  const { quorum: words } = usePanelWords();
  return <p data-quorum={quorum}>{quorum ? words.complete(missing) : words.more(needed - has, missing)}</p>;
}

function Groups({ tally, groups }: { readonly tally: ConfigTally; readonly groups: readonly GroupTally[] }) {
  const { quorum: words } = usePanelWords();
  return (
    <>
      <p data-quorum={tally.quorum}>{words.groups(tally.has, tally.needed)}</p>
      <ol>
        {groups.map(({ members, weight, needed, won }, index) => (
          <li key={members.map(({ sid }) => sid).join(' ')} data-quorum={won}>
            <span>{words.group(index + 1)}</span>
            <span className={styles.members}>
              {members.map((member) => (
                <i key={member.sid} data-counted={member.answered} title={words.heavy(member.sid, member.weight)}>
                  {member.sid}
                  {member.weight !== 1 && <small>×{member.weight}</small>}
                </i>
              ))}
            </span>
            <span>{words.weight(weight, needed)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
