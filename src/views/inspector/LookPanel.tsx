/** One of the panels that come later. */
import type { Look } from '../../app/store.ts';
import { LATER_PANELS, type PanelProps } from './panels.tsx';

export function LookPanel({ look, ...props }: PanelProps & { readonly look: Look }) {
  const panel = LATER_PANELS.find((one) => one.look === look);
  return panel === undefined ? null : <panel.Panel key={look} {...props} />;
}
