/** Everybody's vote as it stands, column by column as votes are compared. */
import { useFacts, useWords, useZxidText } from '../lab.ts';
import styles from './VotesTable.module.css';

export function VotesTable() {
  const words = useWords();
  const zxidText = useZxidText();
  const { servers } = useFacts();
  const voting = servers.flatMap(({ sid, vote, status }) =>
    vote === null || status === 'down' ? [] : [{ sid, vote }],
  );
  return (
    <table className={styles.votes}>
      <thead>
        <tr>
          <th scope="col">{words.first.votes}</th>
          <th scope="col">{words.ballot.peerEpoch}</th>
          <th scope="col">{words.ballot.zxid}</th>
          <th scope="col">{words.ballot.leader}</th>
        </tr>
      </thead>
      <tbody>
        {voting.map(({ sid, vote }) => (
          <tr key={sid}>
            <th scope="row">{words.server(sid)}</th>
            <td>{vote.peerEpoch}</td>
            <td>{zxidText(vote.zxid)}</td>
            <td>{vote.leader}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
