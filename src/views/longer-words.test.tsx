// A language whose words are two fifths longer than English ones: on screens of three sizes nothing is cut off, and
// nothing makes the page wider than it is. Words that come, in whatever language, have the room of these.
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { fakePage } from '../app/fake-page.ts';
import { type Lab, createLab } from '../app/lab.ts';
import { enAlgorithm } from '../locales/en-algorithm.ts';
import { enActing } from '../locales/en-acting.ts';
import { enBugs } from '../locales/en-bugs.ts';
import { enConsoles } from '../locales/en-consoles.ts';
import { enData } from '../locales/en-data.ts';
import { enDictionary } from '../locales/en-dictionary.ts';
import { enEnsemble } from '../locales/en-ensemble.ts';
import { enHandout } from '../locales/en-handout.ts';
import { enGlossary } from '../locales/en-glossary.ts';
import { enInspector } from '../locales/en-inspector.ts';
import { enLab } from '../locales/en-lab.ts';
import { enLessons } from '../locales/en-lessons.ts';
import { enMisconceptions } from '../locales/en-misconceptions.ts';
import { enMoves } from '../locales/en-moves.ts';
import { enPlan } from '../locales/en-plan.ts';
import { enChallenges } from '../locales/en-challenges.ts';
import { enScreens } from '../locales/en-screens.ts';
import { enServerLog } from '../locales/en-server-log.ts';
import { enSpeaker } from '../locales/en-speaker.ts';
import { enWhy } from '../locales/en-why.ts';
import { en } from '../locales/en.ts';
import type { Catalogues } from '../locales/translation.ts';
import { partition } from '../scenario/builtin/partition.ts';
import { sidOf } from '../zookeeper/ids.ts';
// oxlint-disable-next-line import/no-unassigned-import
import '../styles/tokens.css';
// oxlint-disable-next-line import/no-unassigned-import
import '../styles/base.css';
import { LabContext } from './lab.ts';
import { Page } from './Page.tsx';

const lab = { ...en, ...enLab };
const english: Catalogues = {
  page: en,
  lab,
  plan: { ...lab, plan: enPlan },
  moves: enMoves,
  acting: enActing,
  inspector: enInspector,
  ensemble: enEnsemble,
  consoles: enConsoles,
  algorithm: enAlgorithm,
  data: enData,
  serverLog: enServerLog,
  lessons: enLessons,
  screens: enScreens,
  challenges: enChallenges,
  misconceptions: enMisconceptions,
  dictionary: enDictionary,
  speaker: enSpeaker,
  handout: enHandout,
  why: enWhy,
  bugs: enBugs,
  glossary: enGlossary,
};

const LONG: Readonly<Record<string, string>> = { a: 'áä', e: 'éë', i: 'íï', o: 'óö', u: 'úü' };

/** Every vowel of an ordinary word twice; names of the protocol, as LOOKING or peerEpoch, stay. */
function longer(text: string): string {
  return text.replaceAll(/\b[A-Z]?[a-z’]+\b/g, (word) => word.replaceAll(/[aeiou]/g, (vowel) => LONG[vowel] ?? vowel));
}

/** The same of all that a catalogue says. */
function longerWords<T>(said: T): T {
  if (typeof said === 'string') return longer(said) as T;
  if (typeof said === 'function') {
    return ((...values: readonly unknown[]) =>
      longerWords((said as (...all: readonly unknown[]) => unknown)(...values))) as T;
  }
  if (Array.isArray(said)) return said.map(longerWords) as T;
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(Object.entries(said).map(([key, value]) => [key, longerWords<unknown>(value)])) as T;
}

const translation = { language: 'en', ...longerWords(english) } as const;

/** Elements whose own text is not all to be seen, with how many pixels are missing. */
function cutOff(): readonly string[] {
  return Array.from(document.body.querySelectorAll('*')).flatMap((element) => {
    const text = Array.from(element.childNodes, (node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : ''))
      .join('')
      .trim();
    const style = getComputedStyle(element);
    // What is for the ears alone; a list that scrolls; dots instead of the rest, which a longer text of the same place has.
    if (text === '' || element.closest('.sr, [aria-hidden=true], option, textarea') !== null) return [];
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
    const missing = missingOf(element, style);
    return missing <= 1
      ? []
      : [`${Math.round(missing)} px of “${text}” in <${element.localName} class="${element.getAttribute('class')}">`];
  });
}

function missingOf(element: Element, style: CSSStyleDeclaration): number {
  if (element instanceof SVGElement) {
    const own = element.getBoundingClientRect();
    const drawing = element.closest('svg')?.getBoundingClientRect();
    return drawing === undefined ? 0 : Math.max(own.right - drawing.right, drawing.left - own.left);
  }
  if (style.textOverflow === 'ellipsis') return 0;
  const range = document.createRange();
  range.selectNodeContents(element);
  const own = range.getBoundingClientRect();
  let missing = 0;
  for (let box: Element | null = element; box !== null; box = box.parentElement) {
    const { overflowX } = getComputedStyle(box);
    if (overflowX === 'auto' || overflowX === 'scroll') return missing;
    const outer = box.getBoundingClientRect();
    if (overflowX === 'hidden' || overflowX === 'clip' || box.localName === 'button' || box.localName === 'body') {
      missing = Math.max(missing, own.right - outer.right, outer.left - own.left);
    }
  }
  return missing;
}

const SIZES = [
  [1440, 900],
  [1280, 720],
  [390, 844],
] as const;

interface View {
  readonly show: (lab: Lab) => void;
  /** Words by which one sees that it has come. */
  readonly says: string;
  /** A phone has no room for it, or shows it as a card. */
  readonly isWide?: true;
}

const VIEWS: Readonly<Record<string, View>> = {
  'the first look': { show: ({ tour }) => tour.begin({ moving: false }), says: en.first.openingMore },
  'the laboratory': { show: (shown) => open(shown), says: 'follows S5' },
  'a cut': { show: (shown) => open(shown).seek(430), says: 'cannot commit' },
  'space-time': {
    show: (shown) => open(shown).setStageView('spaceTime'),
    says: enLab.spaceTime.legend.discovery,
    isWide: true,
  },
  both: { show: (shown) => open(shown).setStageView('split'), says: enLab.spaceTime.legend.discovery, isWide: true },
  'the algorithm': { show: (shown) => open(shown).setLook('algorithm'), says: enAlgorithm.titles.disk },
  requests: { show: (shown) => open(shown).setLook('requests'), says: enInspector.requests.chain },
  data: { show: (shown) => open(shown).setLook('data'), says: enData.sessions },
  'the audit': { show: (shown) => open(shown).setLook('audit'), says: enInspector.audit.groups.zab },
  links: { show: (shown) => open(shown).setLook('links'), says: enPlan.links.hint },
  consoles: { show: (shown) => open(shown).togglePanel('consoles'), says: enConsoles.newClient, isWide: true },
  'the keys': { show: (shown) => open(shown).togglePanel('help'), says: enLab.commands['toStart'] ?? '' },
  files: { show: (shown) => open(shown).togglePanel('files'), says: enLab.files.open },
  stops: { show: (shown) => open(shown).togglePanel('stops'), says: enLab.stopsSheet.atServer },
  'a notice': { show: (shown) => open(shown).tell({ kind: 'noBranch' }), says: enLab.notice.noBranch },
};

function open({ store }: Lab) {
  store.getState().openScenario(partition);
  store.getState().seek(300);
  store.getState().select({ kind: 'server', sid: sidOf(4) });
  return store.getState();
}

const cases = Object.entries(VIEWS).flatMap(([view, { isWide }]) =>
  SIZES.flatMap(([width, height]) => (isWide === true && width < 900 ? [] : [{ view, width, height }])),
);

it.each(cases)('$view at $width × $height', async ({ view, width, height }) => {
  await page.viewport(width, height);
  const shown = createLab(fakePage());
  await shown.whole;
  shown.store.setState({ translation });
  VIEWS[view]?.show(shown);
  const container = document.createElement('div');
  container.id = 'root';
  document.body.append(container);
  const screen = await render(
    <LabContext value={shown}>
      <Page />
    </LabContext>,
    { container },
  );
  await expect.element(screen.getByRole('slider', { name: longer('Timeline') })).toBeVisible();
  await expect.element(screen.getByText(longer(VIEWS[view]?.says ?? '')).first()).toBeVisible();
  expect(cutOff()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});
