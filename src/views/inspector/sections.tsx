/** What a server looks like from the inside, part by part: for the inspector, for a phone, for the card of a step. */
import type { ReactNode } from 'react';
import type { ServerFacts } from '../../sim/facts.ts';
import { Section } from '../../widgets/Section.tsx';
import { BallotBox } from '../election/BallotBox.tsx';
import { Defined } from '../glossary/Defined.tsx';
import { useLabWords } from '../lab-words.ts';
import type { ServerChange } from '../stage/changes.ts';
import { ConfigTallies, hasParts } from './ConfigTallies.tsx';
import { EpochLedger } from './EpochLedger.tsx';
import { QuorumWaits } from './QuorumWaits.tsx';

interface PartProps {
  readonly server: ServerFacts;
  readonly change: ServerChange | null;
}

/** Its ballot box, and the groups or configurations that its votes are counted in. */
export function Ballot({ server, change, large = false }: PartProps & { readonly large?: boolean }) {
  const tallies = server.ballot?.tallies ?? [];
  return (
    <>
      <BallotBox server={server} change={change} large={large} />
      {hasParts(tallies) && <ConfigTallies tallies={tallies} />}
    </>
  );
}

/** `ask`: what can be asked about its vote. */
export function BallotSection({ server, change, ask }: PartProps & { readonly ask?: ReactNode }) {
  const words = useLabWords();
  return (
    <Section
      title={words.ballotBox.title}
      meta={
        <>
          {server.ballot !== null && words.ballotBox.round(server.ballot.round)} {ask}
        </>
      }
    >
      <Ballot server={server} change={change} />
    </Section>
  );
}

/** Nothing where it waits for nobody. */
export function WaitsSection({ server, change }: PartProps) {
  const words = useLabWords();
  if (server.waits.length === 0) return null;
  return (
    <Section title={<Defined text={words.waits.title} />}>
      <QuorumWaits server={server} change={change} />
    </Section>
  );
}

export function EpochsSection({ server, change }: PartProps) {
  const words = useLabWords();
  return (
    <Section title={<Defined text={words.epochs.title} />}>
      <EpochLedger server={server} change={change} />
    </Section>
  );
}
