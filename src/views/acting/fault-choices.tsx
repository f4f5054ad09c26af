/** The rarer faults of one server, as choices of a menu and as buttons of a sheet. */
import {
  CLOCK_MILLIS,
  FAULT_PARTS,
  type FaultPart,
  LOSS_PERCENT,
  type ServerFault,
  serverFaults,
} from '../../app/server-faults.ts';
import type { Lab } from '../../app/lab.ts';
import type { ActingCatalogue } from '../../locales/en-acting.ts';
import type { Sid } from '../../zookeeper/ids.ts';
import type { IconName } from '../../widgets/Icon.tsx';

export const PART_ICON: Readonly<Record<FaultPart, IconName>> = { disk: 'cylinder', clock: 'clock', link: 'link' };

export interface FaultChoice {
  readonly key: ServerFault;
  readonly label: string;
  readonly disabled: boolean;
  readonly onChoose: () => void;
}

/** By part, in the order they are offered. */
export function faultChoices(
  { session, store }: Lab,
  sid: Sid,
  { menu }: ActingCatalogue,
): readonly { readonly part: FaultPart; readonly choices: readonly FaultChoice[] }[] {
  const offered = serverFaults(session.momentAt(store.getState()), session.sids, sid);
  return FAULT_PARTS.map((part) => ({
    part,
    choices: offered
      .filter((one) => one.part === part)
      .map(({ fault, actions, isPossible }) => ({
        key: fault,
        label: labelOf(fault, menu),
        disabled: !isPossible,
        onChoose: () => void store.getState().act(...actions),
      })),
  }));
}

function labelOf(fault: ServerFault, menu: ActingCatalogue['menu']): string {
  switch (fault) {
    case 'ahead':
      return menu.ahead(CLOCK_MILLIS);
    case 'back':
      return menu.back(CLOCK_MILLIS);
    case 'lose':
      return menu.lose(LOSS_PERCENT);
    default:
      return menu[fault];
  }
}
