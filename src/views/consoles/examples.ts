/**
 * Recipes that several clients follow together, line by line. Each round is one deed; the next comes when everybody has
 * been answered, for it may speak of what was answered.
 */
export interface Recipe {
  readonly id: 'lock' | 'queue';
  readonly clientCount: number;
  /** Lines by client, those of one client in the order typed. `at`: the recipe's own znode. */
  readonly rounds: readonly ((so: SoFar) => readonly (readonly [client: number, line: string])[])[];
  /** Its own znode, with a number behind it where that is taken. */
  readonly at: string;
}

export interface SoFar {
  readonly at: string;
  /** Path of the znode that a client created last. */
  readonly created: (client: number) => string;
}

/** A lock (recipes, "Locks"): the lowest number has it, everybody else watches the next lower one. */
const lock: Recipe = {
  id: 'lock',
  clientCount: 3,
  at: '/lock',
  rounds: [
    ({ at }) => [[0, `create ${at}`]],
    ({ at }) => ALL.flatMap((client) => [[client, `create -e -s ${at}/n-`] as const, [client, `ls ${at}`] as const]),
    ({ created }) => {
      const inLine = ALL.toSorted((a, b) => (created(a) < created(b) ? -1 : 1));
      return inLine.slice(1).map((client, i) => [client, `stat -w ${created(inLine[i] ?? 0)}`] as const);
    },
    ({ created }) => {
      const [holder = 0] = ALL.toSorted((a, b) => (created(a) < created(b) ? -1 : 1));
      return [[holder, `delete ${created(holder)}`]];
    },
    ({ at, created }) => {
      const [, next = 1] = ALL.toSorted((a, b) => (created(a) < created(b) ? -1 : 1));
      return [[next, `ls ${at}`]];
    },
  ],
};

/** A queue: a producer appends, and of two consumers that reach for the same item one comes too late. */
const queue: Recipe = {
  id: 'queue',
  clientCount: 3,
  at: '/queue',
  rounds: [
    ({ at }) => [[0, `create ${at}`]],
    ({ at }) => ['first', 'second'].map((item) => [0, `create -s ${at}/item- ${item}`] as const),
    ({ at }) => [
      [1, `ls ${at}`],
      [2, `ls ${at}`],
    ],
    ({ at }) =>
      [1, 2].flatMap((client) => [
        [client, `get ${at}/item-0000000000`] as const,
        [client, `delete ${at}/item-0000000000`] as const,
      ]),
    ({ at }) => [
      [2, `get ${at}/item-0000000001`],
      [2, `delete ${at}/item-0000000001`],
      [2, `ls -w ${at}`],
    ],
    ({ at }) => [[0, `create -s ${at}/item- third`]],
  ],
};

const ALL = [0, 1, 2] as const;

export const RECIPES: readonly Recipe[] = [lock, queue];
