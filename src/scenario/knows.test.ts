import { expect, it } from 'vitest';
import { isBacked } from '../sim/backing.ts';
import { select } from '../sim/select.ts';
import { decodeScenario } from './decode.ts';
import { Run } from './run.ts';

/** Who leads with a quorum by its own list after ten seconds; S3 starts late. */
function leaders(knows: readonly number[] | null): { readonly leaders: readonly number[]; readonly broken: boolean } {
  const decoded = decodeScenario({
    servers: [1, 2, 3, 4, 5].map((sid) => ({ sid, ...(knows !== null && sid < 3 && { knows }) })),
    script: [1, 2, 4, 5, 3]
      .map((server) => ({ at: server === 3 ? 3000 : 0, action: { do: 'start', server } }))
      .toSorted((a, b) => a.at - b.at),
  });
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
  const run = new Run(decoded.value, { untilMillis: 10_000, noting: true, audited: true });
  const broken = [...run.entries()].flatMap(({ violations }) => violations);
  const facts = select(run.moment);
  const serving = facts.servers.filter((server) => server.state === 'LEADING' && server.serving);
  return {
    leaders: serving.filter((server) => isBacked(server, facts)).map(({ sid }) => sid),
    broken: broken.length > 0,
  };
}

it('9 two majorities of one list share a server', () => {
  expect(leaders(null)).toEqual({ leaders: [5], broken: false });
});

it('4 majorities of two lists need not: two ensembles, and the audit says so', () => {
  expect(leaders([1, 2, 3])).toEqual({ leaders: [2, 5], broken: true });
});
