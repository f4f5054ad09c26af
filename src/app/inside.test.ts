import { describe, expect, it } from 'vitest';
import { digestOf } from '../base/digest.ts';
import { leaderKilled } from '../scenario/builtin/leader-killed.ts';
import type { Moment } from '../sim/moment.ts';
import { select } from '../sim/select.ts';
import { fakePage } from './fake-page.ts';
import { placeInside, positionInside, stepInside } from './inside.ts';
import { createLab } from './lab.ts';
import { type Place, placeBefore } from './session.ts';

async function opened(cursor: number) {
  const lab = createLab(fakePage());
  await lab.whole;
  lab.store.getState().openScenario(leaderKilled);
  lab.store.getState().seek(cursor);
  return { ...lab, state: () => lab.store.getState() };
}

/** What a server is, without its queue. */
function looks({ world }: Moment): string {
  return digestOf({ ...world, queue: null, eventCount: 0 });
}

describe('inside an event', () => {
  it('the way back is the way on, note by note, and each event ends as it does without', async () => {
    const { session } = await opened(0);
    const places: Place[] = [{ branch: 0, cursor: 0 }];
    while ((places.at(-1)?.cursor ?? 0) < 120) places.push(placeInside(session, places.at(-1) as Place, 1));
    expect(places.length).toBeGreaterThan(250);
    const seen = places.map((place) => looks(session.momentAt(place)));
    for (let i = places.length - 1; i > 0; i--) {
      expect(placeInside(session, places[i] as Place, -1)).toMatchObject({ notes: 0, ...places[i - 1] });
      expect(looks(session.momentAt(places[i] as Place))).toBe(seen[i]);
    }
    const whole = places.filter(({ notes = 0 }) => notes === 0);
    expect(whole.map(({ cursor }) => cursor)).toEqual(Array.from({ length: whole.length }, (_, cursor) => cursor));
  });

  it('a better vote is compared, then taken, then sent: each shows before the next is done', async () => {
    const { session } = await opened(0);
    const run = session.branch(0);
    let index = 0;
    const kinds = () => run.entryAt(index).notes.map(({ kind }) => kind);
    const sentOf = (node: number, place: Place) =>
      session.facts(select, place).messages.filter(({ from }) => from === node).length;
    const sends = () => {
      const { node } = run.entryAt(index);
      return sentOf(node, { branch: 0, cursor: index + 1 }) > sentOf(node, { branch: 0, cursor: index });
    };
    while (!(kinds().includes('voteAdopted') && sends())) index += 1;
    const { node } = run.entryAt(index);
    const at = (notes: number) => {
      const place = { branch: 0, cursor: index, notes };
      const { servers } = session.facts(select, place);
      const rows = servers[node]?.ballot?.rows.length ?? 0;
      return { leader: servers[node]?.vote?.leader, rows, sent: sentOf(node, place) };
    };
    const [before, compared, adopted] = [0, 'voteCompared', 'voteAdopted'].map((kind) =>
      at(kind === 0 ? 0 : kinds().indexOf(kind as 'voteAdopted') + 1),
    );
    const after = session.facts(select, { branch: 0, cursor: index + 1 });
    expect(compared?.leader).toBe(before?.leader);
    expect(adopted?.leader).not.toBe(before?.leader);
    expect(adopted?.leader).toBe(after.servers[node]?.vote?.leader);
    // Its vote is told and counted only after that.
    expect(adopted?.rows).toBe(before?.rows);
    expect(at(kinds().indexOf('voteCounted') + 1).sent).toBeGreaterThan(adopted?.sent ?? 0);
    expect(at(kinds().indexOf('voteCounted') + 1).rows).toBe((before?.rows ?? 0) + 1);
  });

  it('nothing of it is left: the run goes on as it would have', async () => {
    const { session, state, store } = await opened(40);
    const lab = await opened(40);
    const there = session.digest(state());
    for (let i = 0; i < 30; i++) stepInside(lab, 1);
    for (let i = 0; i < 30; i++) stepInside(lab, -1);
    expect(lab.state()).toMatchObject({ cursor: 40, notes: 0 });
    expect(lab.session.digest(lab.state())).toBe(there);
    store.getState().seek(90);
    lab.store.getState().seek(90);
    expect(lab.session.digest(lab.state())).toBe(session.digest(state()));
  });

  it('says where it stands, and compares with the note before', async () => {
    const lab = await opened(0);
    const { session, state } = lab;
    stepInside(lab, 1);
    const all = session.branch(0).entryAt(0).notes.length;
    expect(positionInside(session, state())).toEqual({ notes: 1, all });
    expect(placeBefore(state())).toEqual({ branch: 0, cursor: 0, notes: 0 });
    expect(placeBefore({ branch: 0, cursor: 3 })).toEqual({ branch: 0, cursor: 2 });
    expect(placeBefore({ branch: 0, cursor: 0 })).toBeNull();
  });

  it('what is done there comes right after the event: a handler is not interrupted', async () => {
    const lab = await opened(30);
    stepInside(lab, 1);
    const { cursor, notes, act } = lab.state();
    expect(notes).toBe(1);
    act({ do: 'kill', server: lab.session.sids[0] as never });
    expect(lab.session.interventions(lab.state().branch)).toMatchObject([{ after: cursor + 1 }]);
    expect(lab.state()).toMatchObject({ cursor: cursor + 2, notes: 0 });
  });

  it('time stands at the event, and playing goes on from before it', async () => {
    const lab = await opened(30);
    stepInside(lab, 1);
    expect(lab.playback.now).toBe(lab.session.branch(0).timeAt(31));
    lab.state().play();
    expect(lab.state()).toMatchObject({ cursor: 30, notes: 0, playing: true });
  });
});
