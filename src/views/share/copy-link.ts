/** Copies a link to this moment; where that is not allowed, a notice shows the link to copy by hand. */
import type { Lab } from '../../app/lab.ts';

export async function copyLink({ address, store }: Lab): Promise<void> {
  store.getState().pause();
  const url = new URL(await address.link(), window.location.href);
  // Only the sender speaks to a class.
  url.searchParams.delete('lecture');
  const link = url.href;
  try {
    await navigator.clipboard.writeText(link);
    store.getState().tell({ kind: 'linkCopied' });
  } catch {
    store.getState().tell({ kind: 'linkToCopy', text: link });
  }
}
