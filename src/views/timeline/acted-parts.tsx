/**
 * The parts of the timeline and the transport that nothing shows before somebody acts: faults and writes, other
 * branches. The first picture does without them, so they come right after it.
 */
import type { ReactNode } from 'react';
import type { Lab } from '../../app/lab.ts';
import type { Choice } from '../../widgets/MenuList.tsx';
import { NextButton } from '../acting/NextButton.tsx';
import { BookmarkMarks } from './BookmarkMarks.tsx';
import { BranchMarks } from './BranchMarks.tsx';
import { BranchMenu } from './BranchMenu.tsx';
import { CourseMarks } from './CourseMarks.tsx';
import { FaultMarks } from './FaultMarks.tsx';
import { GhostStrips } from './GhostStrips.tsx';
import { InsideMark } from './InsideMark.tsx';
import { SlowChoice, SlowNote } from './SlowMotion.tsx';
import { ScrubPreview } from './ScrubPreview.tsx';
import { JumpMenu } from './JumpMenu.tsx';
import { LitMarks } from './LitMarks.tsx';
import type { TimelineLayout } from './layout.ts';

/** Above the strips. */
export function faultMarks(props: Parameters<typeof FaultMarks>[0]): ReactNode {
  return <FaultMarks {...props} />;
}

/** Over the strips, while an answer is open. */
export function litMarks(props: Parameters<typeof LitMarks>[0]): ReactNode {
  return <LitMarks {...props} />;
}

/** Over the strips, while two branches are compared. */
export function ghostStrips(props: Parameters<typeof GhostStrips>[0]): ReactNode {
  return <GhostStrips {...props} />;
}

/** Over the strips. */
export function courseMarks(props: Parameters<typeof CourseMarks>[0]): ReactNode {
  return <CourseMarks {...props} />;
}

/** Above the axis, and beside the pointer. */
export function overMarks(layout: TimelineLayout): ReactNode {
  return (
    <>
      <ScrubPreview layout={layout} />
      <BookmarkMarks layout={layout} />
    </>
  );
}

/** Below the strips. */
export function branchMarks(layout: TimelineLayout): ReactNode {
  return <BranchMarks layout={layout} />;
}

/** Beside the clock, inside an event. */
export function insideMark(): ReactNode {
  return <InsideMark />;
}

/** Below the clock, while playback has slowed down by itself. */
export function slowNote(): ReactNode {
  return <SlowNote />;
}

/** In the menu of speeds. */
export function slowChoice({ store }: Lab, slows: boolean): Choice {
  return {
    key: 'slows',
    label: <SlowChoice />,
    isSwitch: true,
    current: slows,
    onChoose: () => store.setState({ slows: !slows }),
  };
}

/** Beside the clock. */
export function clockMenus(): ReactNode {
  return (
    <>
      <BranchMenu />
      <NextButton />
      <JumpMenu />
    </>
  );
}
