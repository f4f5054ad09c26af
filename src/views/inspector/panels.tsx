/**
 * The inspector's panels that are loaded after the page, in the order of their tabs. A new one: its id in `Look`, its
 * name in the catalogue's `inspector.tabs`, two lines here.
 */
import type { ComponentType } from 'react';
import type { Look } from '../../app/store.ts';
import { later } from '../later.ts';

export interface PanelProps {
  /** In a card of its own, with larger type and less width. */
  readonly phone?: boolean;
}

const useAlgorithm = later(() => import('../algorithm/AlgorithmPanel.tsx'));
const useRequests = later(() => import('../requests/RequestsPanel.tsx'));
const useData = later(() => import('../data/DataPanel.tsx'));
const useLog = later(() => import('../server-log/LogPanel.tsx'));
const useAudit = later(() => import('../audit/AuditPanel.tsx'));
const useLinks = later(() => import('../links/LinksPanel.tsx'));

interface LaterPanel {
  readonly look: Exclude<Look, 'inside'>;
  /** Draws nothing until it has come. */
  readonly Panel: ComponentType<PanelProps>;
}

export const LATER_PANELS: readonly LaterPanel[] = [
  { look: 'algorithm', Panel: Algorithm },
  { look: 'requests', Panel: Requests },
  { look: 'data', Panel: Data },
  { look: 'log', Panel: Log },
  { look: 'audit', Panel: Audit },
  { look: 'links', Panel: Links },
];

function Algorithm(props: PanelProps) {
  const algorithm = useAlgorithm();
  return algorithm === null ? null : <algorithm.AlgorithmPanel {...props} />;
}

function Requests(props: PanelProps) {
  const requests = useRequests();
  return requests === null ? null : <requests.RequestsPanel {...props} />;
}

function Data() {
  const data = useData();
  return data === null ? null : <data.DataPanel />;
}

function Log() {
  const log = useLog();
  return log === null ? null : <log.LogPanel />;
}

function Audit(props: PanelProps) {
  const audit = useAudit();
  return audit === null ? null : <audit.AuditPanel {...props} />;
}

function Links() {
  const links = useLinks();
  return links === null ? null : <links.LinksPanel />;
}

/** What is to be shown, of what there is. */
export function shownLook(wanted: Look): Look {
  return LATER_PANELS.some(({ look }) => look === wanted) ? wanted : 'inside';
}
