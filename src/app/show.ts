/** Arranges the page for something that is to be seen: what is selected, which view, which panels. */
import type { Show } from '../lessons/lesson.ts';
import type { LabStore } from './store.ts';

export function applyShow(
  store: LabStore,
  { server, look = 'inside', view = 'topology', consoles = false }: Show,
): void {
  const { select, setLook, setStageView, togglePanel, panels, stageView } = store.getState();
  if (stageView !== view) setStageView(view);
  select(server === undefined || server === null ? null : { kind: 'server', sid: server });
  setLook(look);
  const wanted = { story: true, inspector: server !== undefined && server !== null, consoles };
  for (const panel of ['story', 'inspector', 'consoles'] as const) {
    if (panels[panel] !== wanted[panel]) togglePanel(panel);
  }
}
