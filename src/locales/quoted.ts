/** Other texts in quotes: English and Chinese write them alike. */

/** What it quotes itself comes into the quotes within; a text that is nothing but a quotation has its quotes already. */
export function quoted(text: string): string {
  const isQuotation = text.startsWith('“') && text.indexOf('”') === text.length - 1;
  return isQuotation ? text : `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
