/** What a visitor does who writes by the client of the scene. */
import type { Action } from '../sim/action.ts';

export function write(path: string): Action {
  return {
    do: 'call',
    client: 'ann',
    operation: { op: 'create', path, data: 'x', dataLength: 1, ephemeral: false, sequential: false },
  };
}
