/** What runs beyond the first look need: clients, disks that hold something, and somebody who watches. */
import { auditor } from '../audit/audit.ts';
import { startOf } from '../scenario/start.ts';
import type { Start } from './lab.ts';

export const startWhole: Start = (scenario) => startOf(scenario, auditor);
