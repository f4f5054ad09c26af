// Every language has every word, none says anything that is left in English, and no word is there for nothing.
import { describe, expect, it } from 'vitest';
import { PROPERTIES } from '../audit/registry.ts';
import { RECORDED_TITLES } from '../replay/recorded.ts';
import { BUILTIN_SCENARIOS } from '../scenario/builtin.ts';
import { BUGS } from '../scenario/builtin/bugs/bugs.ts';
import { enAlgorithm } from './en-algorithm.ts';
import { enBugs } from './en-bugs.ts';
import { enConsoles } from './en-consoles.ts';
import { enData } from './en-data.ts';
import { enDictionary } from './en-dictionary.ts';
import { enEnsemble } from './en-ensemble.ts';
import { enHandout } from './en-handout.ts';
import { enGlossary } from './en-glossary.ts';
import { enInspector } from './en-inspector.ts';
import { enLab } from './en-lab.ts';
import { enActing } from './en-acting.ts';
import { enLessons } from './en-lessons.ts';
import { enMisconceptions } from './en-misconceptions.ts';
import { enMoves } from './en-moves.ts';
import { enChallenges } from './en-challenges.ts';
import { enScreens } from './en-screens.ts';
import { enPlan } from './en-plan.ts';
import { enServerLog } from './en-server-log.ts';
import { enSpeaker } from './en-speaker.ts';
import { enWhy } from './en-why.ts';
import { en } from './en.ts';
import type { Catalogues } from './translation.ts';
import { zhLab } from './zh-lab.ts';
import { zhPlan } from './zh-plan.ts';
import { properties } from './zh-properties.ts';
import { titles } from './zh-titles.ts';
import { zh } from './zh-whole.ts';

const english = {
  page: en,
  lab: enLab,
  plan: enPlan,
  inspector: enInspector,
  ensemble: enEnsemble,
  consoles: enConsoles,
  algorithm: enAlgorithm,
  data: enData,
  serverLog: enServerLog,
  screens: enScreens,
  challenges: enChallenges,
  misconceptions: enMisconceptions,
  dictionary: enDictionary,
  speaker: enSpeaker,
  handout: enHandout,
  moves: enMoves,
  lessons: enLessons,
  acting: enActing,
  why: enWhy,
  bugs: enBugs,
  glossary: enGlossary,
} satisfies Readonly<Record<keyof Catalogues, object>>;
const chinese: Readonly<Record<keyof Catalogues, object>> = { ...zh, lab: zhLab, plan: zhPlan };

type Said = string | ((...values: readonly unknown[]) => unknown);

/** Texts and functions by their path: `head.share`. */
function said(catalogue: object, above = ''): ReadonlyMap<string, Said> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]: [string, unknown]): readonly (readonly [string, Said])[] => {
      const path = `${above}${key}`;
      if (typeof value === 'string') return [[path, value]];
      // Of its own making: the catalogue has it from one place.
      if (typeof value === 'function') return [[path, value as Said]];
      return [...said(value as object, `${path}.`)];
    }),
  );
}

const inEnglish = said(english);
const inChinese = new Map([...said(chinese)].filter(([path]) => path !== 'language'));
/** As it stands in its file: Chinese letters of a text, or in what a function is made of. */
const textOf = (one: Said | undefined): string => String(one);
const hasHan = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);

/** What is the same in both, by the end of its path, and why. */
// oxfmt-ignore
const SAME: readonly (readonly [RegExp, string])[] = [
  [/^page\.name$|lab\.files\.kinds\.(mermaid|svg|png)$/,                        'names of things'],
  [/^page\.(server|serverRow)$|message\.way$|links\.way$|voteFor$/,              'S1, S2 → S3'],
  [/\.(logicalClock|acceptedEpoch|currentEpoch|peerEpoch|zxid|epoch|leader|acl|ttl|container|observer|id)$/, 'protocol words'],
  [/data\.(noData|znodes|watches)$|operator\.commands$|stage\.pings$/,          'words of ZooKeeper'],
  [/states\.(LOOKING|FOLLOWING|LEADING|OBSERVING)$|inspector\.(down|frozen)$/,  'states as ZooKeeper writes them'],
  [/timing\.(limits|names\.\w+)$|zooCfg\.label$|sections\.zooCfg$/,             'as in zoo.cfg'],
  [/sync\.(roles\.(min|max|last)|rows\.\w+|leadsTo\.(equal|past|otherwise))$/,  'formulas'],
  [/\.(count|folded|clock|seconds|speedOf|moreBranches|ofVoters|expiresAt|type|noGroup|lost|millis|slowDisk)$/, 'numbers and units'],
  [/lab\.message\.title$|keyCaps\.[$\w]+$/,                                      'packets and keys'],
  [/kinds\.persistent$|states\.notAsked$|settled\.LOOKING$/,                     'nothing'],
];
const isSame = (path: string): boolean => SAME.some(([end]) => end.test(path));

/** Functions that put together what is looked at where it stands. */
// oxfmt-ignore
const PUTS_TOGETHER = new RegExp([
  /formats\.\w+/, /page\.(sentence|sentences|row|named|servers|titleOf)/, /ballot\.because/, /time\.branchAt/,
  /event\.sentence/, /logs\.acks/, /message\.name/, /spaceTime\.phase/, /stops\.text/, /scenarioProblem/,
  /problems\.(scenario|at)/, /zooCfg\.(problem|says)/, /servers\.counts/, /audit\.(property|fact)/, /links\.openName/, /acting\.message\.not/, /why\.ask/, /lessons\.(integer|millis)/, /misconceptions\.quoted/,
].map(({ source }) => `${source}$`).join('|'));

describe('Chinese', () => {
  it('has every key, and no other', () => {
    expect([...inChinese.keys()].filter((path) => !inEnglish.has(path))).toEqual([]);
    expect([...inEnglish.keys()].filter((path) => !inChinese.has(path))).toEqual([]);
  });

  it('has a text where English has one, and a function of as many values or fewer where it has a function', () => {
    const wrong = [...inEnglish].filter(([path, one]) => typeof one !== typeof inChinese.get(path));
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it('says nothing in English', () => {
    const left = [...inChinese].filter(
      ([path, one]) =>
        !hasHan(textOf(one)) && !isSame(path) && !(typeof one === 'function' && PUTS_TOGETHER.test(path)),
    );
    expect(left.map(([path, one]) => `${path}: ${textOf(one)}`)).toEqual([]);
  });

  it('every reason to be the same has something that is', () => {
    const same = [...inChinese].filter(([, one]) => !hasHan(textOf(one))).map(([path]) => path);
    expect(SAME.filter(([end]) => !same.some((path) => end.test(path))).map(String)).toEqual([]);
  });

  it('knows every property', () => {
    expect(Object.keys(properties).toSorted()).toEqual(PROPERTIES.map(({ id }) => id).toSorted());
  });

  it('knows every title', () => {
    const bugs = BUGS.map(({ scenario }) => scenario);
    const there = [...BUILTIN_SCENARIOS, ...bugs, ...RECORDED_TITLES].map(({ title }) => title);
    expect(Object.keys(titles).toSorted()).toEqual(there.toSorted());
  });
});

const sources = import.meta.glob<string>('./zh*.ts', { query: '?raw', import: 'default', eager: true });

it.each(Object.entries(sources))('%s is set as Chinese is', (_file, source) => {
  const texts = source
    .split('\n')
    .filter((line) => !/^\s*(\*|\/\*|\/\/|import )/.test(line) && hasHan(line))
    .map((line) => line.trim());
  // A space between Han and Latin; none beside full-width punctuation; that alone beside Han.
  expect(texts.filter((line) => /[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]/.test(line))).toEqual([]);
  expect(texts.filter((line) => /[，。：；？！、（）“”] (?!\})|(?<!:| ) [，。：；？！、（）]/.test(line))).toEqual([]);
  expect(
    texts.filter((line) =>
      /[\u4e00-\u9fff][,;:?!.]|[\u4e00-\u9fff]\(|\)[\u4e00-\u9fff]/.test(line.replaceAll(/'[^']*'[,;:]?/g, '')),
    ),
  ).toEqual([]);
});

const users = import.meta.glob<string>(['../**/*.ts', '../**/*.tsx', '!./**', '!../**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Lines of the algorithm are known by the listing they are in; formats by whoever makes texts. */
const parts = (path: string): readonly string[] => path.replace(/lines\..*|formats\..*/, 'lines').split('.');

it('no word is there for nothing', () => {
  const used = new Set(Object.values(users).flatMap((source) => source.match(/[A-Za-z_$][\w$]*/g) ?? []));
  expect([...inEnglish.keys()].filter((path) => parts(path).some((part) => !used.has(part)))).toEqual([]);
});
