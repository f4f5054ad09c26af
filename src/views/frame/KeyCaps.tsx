/** The keys of a command as they stand on a keyboard. */
import type { Command } from '../../app/commands.ts';
import { useLabWords } from '../lab-words.ts';

export function KeyCaps({ keys }: Pick<Command, 'keys'>) {
  const words = useLabWords();
  return (
    keys
      // Where a character needs Shift, the character says so.
      .filter((key) => !keys.some((other) => key === `Shift+${other}`))
      .map((key, index) => (
        <span key={key}>
          {index > 0 && <small> {words.keys.or} </small>}
          {capsOf(key).map((cap) => (
            <kbd key={cap}>{words.keyCaps[cap] ?? cap}</kbd>
          ))}
        </span>
      ))
  );
}

function capsOf(key: string): readonly string[] {
  return key.split('+').map((part) => (part.length === 1 ? part.toUpperCase() : part));
}
