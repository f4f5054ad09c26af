/** Writes a text into an element only when it differs: an equal text would still cost a layout. */
export function setText(element: Element | null, text: string): void {
  if (element !== null && element.textContent !== text) element.textContent = text;
}
