/** The views that a picture can be taken of: whatever is on the page now, under the names that stand over them. */
export interface ViewOnShow {
  readonly name: string;
  readonly element: Element;
}

export interface ViewNames {
  readonly stage: string;
  readonly timeline: string;
}

/** The stage first. */
export function viewsOnShow(page: ParentNode, names: ViewNames): readonly ViewOnShow[] {
  const stage = page.querySelector('[data-part=views]');
  const timeline = page.querySelector('footer [role=slider]');
  const logs = Array.from(page.querySelectorAll('section[aria-label]:has(> svg[role=group])'));
  const panels = Array.from(page.querySelectorAll('[role=tabpanel]'));
  return [
    ...(stage === null ? [] : [{ name: names.stage, element: stage }]),
    ...logs.map((element) => ({ name: element.getAttribute('aria-label') ?? '', element })),
    ...(timeline === null ? [] : [{ name: names.timeline, element: timeline }]),
    ...panels.flatMap((panel) => [{ name: tabOf(page, panel), element: panel }, ...sectionsOf(panel)]),
  ].filter(({ name, element }) => name !== '' && isThere(element));
}

/** The parts of a panel that have headings of their own. */
function sectionsOf(panel: Element): readonly ViewOnShow[] {
  return Array.from(panel.querySelectorAll('section'), (element) => ({
    name: (element.querySelector('h2 > span') ?? element.querySelector('h2, h3'))?.textContent?.trim() ?? '',
    element,
  }));
}

function tabOf(page: ParentNode, panel: Element): string {
  return page.querySelector(`[role=tab][aria-controls="${panel.id}"][aria-selected=true]`)?.textContent?.trim() ?? '';
}

function isThere(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
}
