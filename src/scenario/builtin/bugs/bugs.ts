/** Bugs of ZooKeeper as scenarios, by their number. */
import type { Bug } from './bug.ts';
import { zk261 } from './zk261.ts';
import { zk335 } from './zk335.ts';
import { zk1154 } from './zk1154.ts';
import { zk1277 } from './zk1277.ts';
import { zk1343 } from './zk1343.ts';
import { zk1419 } from './zk1419.ts';
import { zk1514 } from './zk1514.ts';
import { zk1653 } from './zk1653.ts';
import { zk1732 } from './zk1732.ts';
import { zk1805 } from './zk1805.ts';
import { zk2164 } from './zk2164.ts';
import { zk2307 } from './zk2307.ts';
import { zk2355 } from './zk2355.ts';
import { zk2845 } from './zk2845.ts';
import { zk2988 } from './zk2988.ts';
import { zk3104 } from './zk3104.ts';
import { zk3109 } from './zk3109.ts';
import { zk3526 } from './zk3526.ts';
import { zk3642 } from './zk3642.ts';
import { zk3769 } from './zk3769.ts';
import { zk3911 } from './zk3911.ts';
import { zk4269 } from './zk4269.ts';
import { zk4394 } from './zk4394.ts';
import { zk4643 } from './zk4643.ts';
import { zk4646 } from './zk4646.ts';
import { zk4685 } from './zk4685.ts';
import { zk4712 } from './zk4712.ts';
import { zk4785 } from './zk4785.ts';
import { zk4882 } from './zk4882.ts';
import { zk4925 } from './zk4925.ts';
import { zk5094 } from './zk5094.ts';

export const BUGS: readonly Bug[] = [
  zk261,
  zk335,
  zk1154,
  zk1277,
  zk1343,
  zk1419,
  zk1514,
  zk1653,
  zk1732,
  zk1805,
  zk2164,
  zk2307,
  zk2355,
  zk2845,
  zk2988,
  zk3104,
  zk3109,
  zk3526,
  zk3642,
  zk3769,
  zk3911,
  zk4269,
  zk4394,
  zk4643,
  zk4646,
  zk4685,
  zk4712,
  zk4785,
  zk4882,
  zk4925,
  zk5094,
];
