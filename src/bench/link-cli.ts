/** Prints a link to a place in a run of the writing ensemble, for the benchmark of the page: <writes> <cursor>. */
import { encodeShare } from '../scenario/link.ts';
import { writingEnsemble } from './workload.ts';

const [writes, cursor] = process.argv.slice(2).map(Number);
const scenario = writingEnsemble(5, writes ?? 0);
console.log(await encodeShare({ scenario, interventions: [], cursor: cursor ?? 0, selection: null, digest: null }));
