/**
 * Prints a link to a place in a run of the writing ensemble, for the benchmark of the page: <writes> <cursor>, and where
 * it is another than the engine's benchmark has, <peers> <milliseconds between writes> <milliseconds on the way>.
 */
import { encodeShare } from '../scenario/link.ts';
import { writingEnsemble } from './workload.ts';

const [writes = 0, cursor = 0, peers = 5, everyMillis, latencyMillis] = process.argv.slice(2).map(Number);
const traffic = everyMillis === undefined || latencyMillis === undefined ? undefined : { everyMillis, latencyMillis };
const scenario = writingEnsemble(peers, writes, traffic);
console.log(await encodeShare({ scenario, interventions: [], cursor, selection: null, digest: null }));
