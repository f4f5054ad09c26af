/** A value made anew, as the object it was before while `same` finds both equal: what is drawn from it stays. */
import { useState } from 'react';

export function useSame<T>(value: T, same: (before: T, after: T) => boolean): T {
  const [kept, keep] = useState(value);
  if (same(kept, value)) return kept;
  keep(value);
  return value;
}
