/**
 * A control may go away under the focus, or be usable no more. The browser then gives the focus to the page as a
 * whole, and the next Tab begins at the top. Here it goes to what took the place of the part that the control was in
 * (`data-keeps` names parts), else to the main part.
 */

const PART = '[data-keeps]';

/** Watches until the returned function is called. */
export function keepFocus(root: Document): () => void {
  let held: Element | null = null;
  let part = 'main';

  const check = (): void => {
    if (held === null || (held.isConnected && !held.matches(':disabled'))) return;
    const focused = root.activeElement;
    if (focused !== null && focused !== root.body && focused !== held) return;
    const heir = root.querySelector(`[data-keeps="${part}"]`) ?? root.querySelector('[data-keeps="main"]');
    // Where the next page is still to come, its coming is another change.
    if (heir instanceof HTMLElement) heir.focus();
  };
  const changes = new MutationObserver(check);

  const hold = ({ target }: Event): void => {
    if (!(target instanceof Element)) return;
    held = target;
    part = target.closest(PART)?.getAttribute('data-keeps') ?? 'main';
    changes.disconnect();
    changes.observe(target, { attributeFilter: ['disabled'] });
    // Only what it stands in can take it away: the rest of the page may change as often as it likes.
    for (let outer = target.parentElement; outer !== null; outer = outer.parentElement) {
      changes.observe(outer, { childList: true });
    }
  };
  /** A press on nothing in particular gives the focus up for good. */
  const letGo = ({ target }: Event): void => {
    if (held !== null && target instanceof Node && held.contains(target)) return;
    held = null;
    changes.disconnect();
  };

  root.addEventListener('focusin', hold);
  root.addEventListener('pointerdown', letGo, true);
  return () => {
    root.removeEventListener('focusin', hold);
    root.removeEventListener('pointerdown', letGo, true);
    changes.disconnect();
  };
}
