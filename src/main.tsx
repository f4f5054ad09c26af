/** Wires the session, the browser and the views; nothing else. */
import { type Root, createRoot } from 'react-dom/client';
import { connectLab, createLab, openLab } from './app/lab.ts';
import { browserPage } from './app/page.ts';
// The two sheets that everything else builds on.
// oxlint-disable-next-line import/no-unassigned-import
import './styles/tokens.css';
// oxlint-disable-next-line import/no-unassigned-import
import './styles/base.css';
import { beginInLanguage } from './views/frame/language.ts';
import { followTheme } from './views/frame/theme.ts';
import { LabContext } from './views/lab.ts';
import { Page } from './views/Page.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const page = browserPage();
const lab = createLab(page);
followTheme(lab.store);
connectLab(lab, page, window);
// The module itself awaits nothing: what opening a link loads waits in turn for this module to have run.
void open(createRoot(root));

async function open(at: Root): Promise<void> {
  await beginInLanguage(lab.store);
  await openLab(lab, page);
  at.render(
    <LabContext value={lab}>
      <Page />
    </LabContext>,
  );
  // One file has all it needs in itself; and what somebody's page embeds is no visit.
  if (!import.meta.env['VITE_SINGLE_FILE'] && page.screen !== 'embed') {
    const { keepForOffline } = await import('./app/offline.ts');
    await keepForOffline();
  }
}
