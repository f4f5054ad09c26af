import { expect, it } from 'vitest';
import { en } from '../../locales/en.ts';
import { partition } from '../../scenario/builtin/partition.ts';
import { select } from '../../sim/select.ts';
import { sidOf } from '../../zookeeper/ids.ts';
import { sessionOf } from '../spacetime/scene-of-run.ts';
import { cutLine } from './cut-line.ts';
import { cutTexts, runningIn } from './cut-texts.ts';
import { pairLinks } from './cuts.ts';
import { stageLayout } from './layout.ts';

it('only servers that run elect and commit', () => {
  const session = sessionOf(partition, 366);
  const layout = stageLayout({ width: 760, height: 566 }, [1, 2, 3, 4, 5].map(sidOf), 'lab');
  let place = { branch: 0, cursor: 366 };
  const said = () => {
    const facts = session.facts(select, place);
    const pairs = pairLinks(facts.servers, facts.links);
    const line = cutLine(layout, pairs);
    const running = runningIn(facts.servers);
    const { quorumVerifier: verifier } = facts;
    return cutTexts({ layout, pairs, line, waiting: new Map(), verifier, running, words: en }).map(({ text }) => text);
  };
  const act = (action: Parameters<typeof session.act>[1][number]) => {
    const acted = session.act(place, [action]);
    if (!acted.ok) throw new Error(JSON.stringify(acted.error));
    place = acted.value;
  };
  expect(said()).toEqual(['3 of 5 can elect', '2 of 5 cannot commit']);
  act({ do: 'kill', server: sidOf(1) });
  expect(said()).toEqual(['2 of 5 cannot commit', '2 of 5 cannot commit']);
  act({ do: 'freeze', server: sidOf(4) });
  expect(said()).toEqual(['2 of 5 cannot commit', '1 of 5 cannot commit']);
  act({ do: 'kill', server: sidOf(4) });
  act({ do: 'kill', server: sidOf(5) });
  expect(said()).toEqual(['2 of 5 cannot commit']);
});
