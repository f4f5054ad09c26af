/** A field that a list is searched by, and what it finds, said aloud. */
import styles from './SearchField.module.css';

interface SearchFieldProps {
  readonly label: string;
  readonly query: string;
  /** How much is found. */
  readonly found: string;
  readonly onQuery: (query: string) => void;
}

export function SearchField({ label, query, found, onQuery }: SearchFieldProps) {
  return (
    <label className={styles.search}>
      {label}
      <input type="search" value={query} onChange={({ target }) => onQuery(target.value)} />
      <span role="status">{found}</span>
    </label>
  );
}
