/**
 * The parts of the timeline and the transport that nothing shows before somebody acts: faults and writes, other
 * branches. The first picture does without them, so they come right after it.
 */
import type { ReactNode } from 'react';
import { BranchMarks } from './BranchMarks.tsx';
import { BranchMenu } from './BranchMenu.tsx';
import { FaultMarks } from './FaultMarks.tsx';
import { GhostStrips } from './GhostStrips.tsx';
import { InsideMark } from './InsideMark.tsx';
import type { TimelineLayout } from './layout.ts';

/** Above the strips. */
export function faultMarks(props: Parameters<typeof FaultMarks>[0]): ReactNode {
  return <FaultMarks {...props} />;
}

/** Over the strips, while two branches are compared. */
export function ghostStrips(props: Parameters<typeof GhostStrips>[0]): ReactNode {
  return <GhostStrips {...props} />;
}

/** Below the strips. */
export function branchMarks(layout: TimelineLayout): ReactNode {
  return <BranchMarks layout={layout} />;
}

/** Beside the clock, inside an event. */
export function insideMark(): ReactNode {
  return <InsideMark />;
}

/** Beside the clock. */
export function branchMenu(): ReactNode {
  return <BranchMenu />;
}
