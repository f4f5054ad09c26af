import { it } from 'vitest';
import { Course, type Part } from '../app/course.ts';
import { Session } from '../app/session.ts';
import { startWhole } from '../app/whole-engine.ts';
import { zooKeeperMachine } from '../sim/machine.ts';
import { select } from '../sim/select.ts';
import { withScript } from '../sim/script.ts';
import { LESSONS } from './lessons.ts';
import { filled } from './words.ts';
it('dump', () => {
  const { lesson, words } = LESSONS.find(({ lesson }) => lesson.id === process.env['LESSON'])!;
  const session = new Session(
    { machine: zooKeeperMachine, start: startWhole, withScript },
    Object.values(lesson.scenes)[0]!,
  );
  const course = new Course(lesson, session, (s) => {
    session.open(s);
  });
  lesson.steps.forEach((step, index) => {
    course.enter(index);
    const w = words.en.steps[step.id]!;
    const parts: Part[] = [
      'step',
      ...(step.predict ? ['answer' as const, ...Object.keys(step.predict.wrong).map((x) => ({ wrong: x }))] : []),
    ];
    for (const part of parts) {
      const place = course.placeOf(index, part);
      if (!place.ok) {
        console.log(step.id, JSON.stringify(part), 'NOWHERE', JSON.stringify(place.error));
        continue;
      }
      const { values = {} } = course.standAt(index, part);
      const text =
        part === 'step'
          ? w.says + (w.ask ? ' ?? ' + w.ask : '')
          : part === 'answer'
            ? w.answer!
            : w.wrong![part.wrong]!;
      const facts = session.facts(select, place.value);
      console.log(
        `\n== ${step.id} ${JSON.stringify(part)} @${place.value.branch}:${place.value.cursor} t=${facts.now}`,
        part === 'answer' ? JSON.stringify(course.rightChoice(index)) : '',
      );
      console.log(filled(text, (n) => JSON.stringify(course.valueAt(index, part, values[n]!))));
      console.log(
        '   ' +
          facts.servers
            .map(
              (s) =>
                `S${s.sid} ${s.status} ${s.state} ${s.zabState} L${s.leader} lastZxid=${s.lastZxid.toString(16)} aE${s.acceptedEpoch} cE${s.currentEpoch} log[${s.log.map((c) => c.zxid.toString(16) + ':' + c.state + (c.onDisk ? 'D' : '') + (c.committed ? 'C' : '')).join(' ')}]`,
            )
            .join('\n   '),
      );
      if (process.env['NEXT']) {
        const e = session.lastEntry(place.value);
        console.log('   last', JSON.stringify(e?.notes).slice(0, 600));
      }
    }
  });
});
