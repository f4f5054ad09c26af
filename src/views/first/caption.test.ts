import { expect, it } from 'vitest';
import { createLab } from '../../app/lab.ts';
import { fakePage } from '../../app/fake-page.ts';
import type { Place } from '../../app/session.ts';
import { en } from '../../locales/en.ts';
import { select } from '../../sim/select.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import { type FirstCaption, firstCaption } from './caption.ts';
import { COLUMN_MILLIS, type FirstVotes, firstVotes } from './votes.ts';

const { session, tour } = createLab(fakePage());
session.ensureAhead({ branch: 0, cursor: 0 }, 400);

/** `playing`: the conclusion is held back until its rows have been read. */
function at(place: Place, playing = false): FirstCaption & { readonly votes: FirstVotes } {
  const { step, again, since } = tour.factsAt(place);
  const facts = session.facts(select, place);
  const votes = firstVotes(session.branch(place.branch), since, place.cursor, facts);
  const isHeld = playing && votes.readAt !== null && facts.now < votes.readAt;
  return { votes, ...firstCaption(step, { again }, isHeld ? { ...votes, agreed: null } : votes, facts, en) };
}

/** All places of a branch, the beginning included. */
function places(branch: number): readonly Place[] {
  return Array.from({ length: session.branch(branch).length + 1 }, (_, cursor) => ({ branch, cursor }));
}

function told(branch: number, playing = false): readonly string[] {
  const texts = places(branch).map((place) => {
    const { title, why } = at(place, playing);
    return `${title} ${why}`;
  });
  return texts.filter((text, index) => text !== texts[index - 1]);
}

const joining = [
  'S3 is elected. Next it agrees on a new epoch with its followers.',
  'S3 is elected. It offers epoch 1: its followers promise to follow no older one.',
  'S3 is elected. Epoch 1 is agreed. Next all are brought to one log.',
  'S3 leads epoch 1. Same epoch, same log, so the largest id wins.',
];

it('tells the first election in the order in which it happens, and who sees what', () => {
  expect(told(0)).toEqual([
    'Three servers. No leader. Watch them agree.',
    'S1 sees 2 of 3 agree on S3. A majority. S1 waits a moment for a better vote.',
    ...joining,
  ]);
});

it('while it plays, the conclusion waits for the rows it is drawn from', () => {
  expect(told(0, true).slice(0, 3)).toEqual([
    'Three servers. No leader. Watch them agree.',
    'S1 now votes for S3. Same epoch, same log, larger id.',
    'S2 now votes for S3. Same epoch, same log, larger id.',
  ]);
  const { readAt, votes } = at(places(0).at(-1) ?? { branch: 0, cursor: 0 }).votes;
  expect(readAt).toBe(Math.max(...votes.map(({ beatenAt }) => beatenAt ?? 0)) + 3 * COLUMN_MILLIS);
});

it('what closed last is the acks of NEWLEADER', () => {
  const last = places(0).at(-1);
  expect(last === undefined ? null : at(last).votes.established).toMatchObject({ leader: 3 });
});

it('after the kill nobody has lost a leader before noticing it', () => {
  const served = places(0).findIndex((place) => tour.factsAt(place).step === 'serving');
  const acted = session.act({ branch: 0, cursor: served }, [{ do: 'kill', server: sidOf(3) }]);
  if (!acted.ok) throw new Error(acted.error.reason);
  const { branch } = acted.value;
  session.ensureAhead(acted.value, 300);
  const texts = told(branch);
  expect(texts.slice(0, told(0).length)).toEqual(told(0));
  expect(texts.slice(told(0).length)).toEqual([
    'S3 is dead. S1 and S2 do not know it yet.',
    'S2 lost its leader. S1 still follows S3.',
    'S1 and S2 lost their leader. They elect again, in a new round.',
    'S1 sees 2 of 3 agree on S2. A majority. S1 waits a moment for a better vote.',
    'S2 is elected. Next it agrees on a new epoch with its followers.',
    'S2 is elected. It offers epoch 2: its followers promise to follow no older one.',
    'S2 is elected. Epoch 2 is agreed. Next all are brought to one log.',
    'S2 leads epoch 2. Same epoch, same log, so the largest id wins.',
  ]);
});
