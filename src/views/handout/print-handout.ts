/** A handout in the page: apart from it, with its own style alone; on paper instead of it. */

/** Shows it inside an element. */
export function showPage(host: Element, page: string): void {
  const parsed = new DOMParser().parseFromString(page, 'text/html');
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.replaceChildren(...parsed.querySelectorAll('head style, .handout'));
}

/** Asks the browser to print it: everything else of the page is left out (styles/print.css) until that is over. */
export function printPage(page: string): void {
  const host = document.createElement('div');
  host.dataset['handout'] = '';
  showPage(host, page);
  document.body.append(host);
  window.addEventListener('afterprint', () => host.remove(), { once: true });
  window.print();
}
