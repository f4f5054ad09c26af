/**
 * A handout as a page of its own: one text of HTML that needs nothing beside it and runs nothing. The same text is saved
 * as a file and printed.
 */
import type { Picture } from '../files/picture.ts';

export interface HandoutStep {
  readonly title: string;
  /** Where in the run it is. */
  readonly place: string;
  /** One paragraph each. */
  readonly says: readonly string[];
  readonly ask: { readonly question: string; readonly choices: readonly string[] } | null;
  /** Beside each other. */
  readonly pictures: readonly Picture[];
  /** What they are, for those who listen. */
  readonly pictureName: string;
}

export interface HandoutAnswer {
  /** Of its step, from 1. */
  readonly number: number;
  readonly title: string;
  readonly right: string;
  readonly says: readonly string[];
}

export interface Handout {
  /** The tag of its language. */
  readonly language: string;
  readonly title: string;
  readonly intro: string;
  readonly link: { readonly name: string; readonly url: string };
  readonly predict: string;
  readonly steps: readonly HandoutStep[];
  readonly answers: { readonly title: string; readonly of: readonly HandoutAnswer[] } | null;
}

/** All of it; `article` is what it holds. */
export function handoutPage(handout: Handout): string {
  const { language, title } = handout;
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
@page { margin: 14mm }
body { margin: 0; background: #fff }
${STYLE}
</style>
</head>
<body>
${articleOf(handout)}
</body>
</html>
`;
}

function articleOf({ language, title, intro, link, predict, steps, answers }: Handout): string {
  const parts = [
    `<header><h1>${escaped(title)}</h1>${intro === '' ? '' : `<p>${escaped(intro)}</p>`}`,
    `<p class="link">${escaped(link.name)}: <span>${escaped(link.url)}</span></p></header>`,
    ...steps.map((step, index) => sectionOf(step, index + 1, predict)),
  ];
  if (answers !== null && answers.of.length > 0) {
    const items = answers.of.map(
      ({ number, title: of, right, says }) =>
        `<li value="${number}"><h3>${escaped(of)}</h3><p><b>${escaped(right)}</b></p>${paragraphs(says)}</li>`,
    );
    parts.push(`<section class="answers"><h2>${escaped(answers.title)}</h2><ol>${items.join('')}</ol></section>`);
  }
  return `<article class="handout" lang="${escaped(language)}">${parts.join('\n')}</article>`;
}

/** A picture that is so many times wider than it is high has a row of its own. */
const WIDE = 3;

function sectionOf(step: HandoutStep, number: number, predict: string): string {
  const { title, place, says, ask, pictures, pictureName } = step;
  const drawn = pictures.map(
    ({ svg, width, height }) =>
      `<div style="flex:${width > WIDE * height ? '1 1 100%' : `${width} ${width} 0`}">${svg.replace(/^<svg /, `<svg role="img" aria-label="${escaped(pictureName)}" `)}</div>`,
  );
  const asked =
    ask === null
      ? ''
      : `<div class="ask"><p><b>${escaped(predict)}</b> ${escaped(ask.question)}</p><ul>${ask.choices
          .map((choice) => `<li>${escaped(choice)}</li>`)
          .join('')}</ul></div>`;
  return (
    `<section><h2><span>${number}</span> ${escaped(title)}</h2>` +
    `<figure>${drawn.join('')}</figure><p class="place">${escaped(place)}</p>${paragraphs(says)}${asked}</section>`
  );
}

function paragraphs(says: readonly string[]): string {
  return says.map((one) => `<p>${escaped(one)}</p>`).join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Ink on white, whatever the page is. Of both papers the narrower and the shorter one has room for two steps. */
const STYLE = `
.handout { max-width: 180mm; margin: 0 auto; padding: 8mm; color: #12161d; background: #fff;
  font: 11pt/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei',
  'Noto Sans CJK SC', 'WenQuanYi Micro Hei', sans-serif }
.handout h1 { margin: 0 0 2mm; font-size: 20pt; line-height: 1.2 }
.handout h2 { margin: 0 0 2mm; font-size: 13pt; line-height: 1.25 }
.handout h3 { margin: 0; font-size: 11pt }
.handout p { margin: 0 0 1.5mm }
.handout header { margin-bottom: 6mm; padding-bottom: 3mm; border-bottom: 0.3mm solid #7f8999 }
.handout section { margin-bottom: 7mm; break-inside: avoid; page-break-inside: avoid }
.handout h2, .handout h3 { break-after: avoid; page-break-after: avoid }
.handout h2 span { display: inline-block; min-width: 7mm; color: #444d5a; font-variant-numeric: tabular-nums }
.handout figure { display: flex; flex-wrap: wrap; gap: 3mm; align-items: flex-start; margin: 0 0 1.5mm; break-inside: avoid;
  page-break-inside: avoid }
.handout figure div { min-width: 0; border: 0.2mm solid #dfe3ea }
.handout figure svg { display: block; width: 100%; height: auto; max-height: 88mm }
.handout .place { font-size: 9pt; color: #444d5a }
.handout .link { font-size: 9pt; color: #444d5a }
.handout .link span { overflow-wrap: anywhere; color: #12161d }
.handout .ask { margin-top: 2mm; padding: 2mm 3mm; border-left: 0.8mm solid #12161d; background: #f4f5f8;
  break-inside: avoid; print-color-adjust: exact; -webkit-print-color-adjust: exact }
.handout ul { margin: 0; padding: 0; list-style: none }
.handout ul li::before { content: ''; display: inline-block; width: 3mm; height: 3mm; margin-right: 2mm;
  border: 0.3mm solid #12161d; border-radius: 0.5mm; vertical-align: -0.3mm }
.handout ul li { margin: 0.8mm 0 }
.handout .answers { break-before: page; page-break-before: always; break-inside: auto; page-break-inside: auto }
.handout .answers ol { margin: 0; padding-left: 8mm }
.handout .answers li { margin-bottom: 4mm; break-inside: avoid; page-break-inside: avoid }
.handout svg { print-color-adjust: exact; -webkit-print-color-adjust: exact }
@media print { .handout { max-width: none; padding: 0 } }
`;
