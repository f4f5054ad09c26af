/** A visit keeps the site for the next one, network or not: `scripts/service-worker.js` holds the files of one build. */

/**
 * Asks the browser to keep the site. Where it cannot (no secure address, storage forbidden) the page needs its network
 * at the next visit, as any page does.
 */
export async function keepForOffline(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('./sw.js', { updateViaCache: 'none' });
  } catch {
    // Nothing is lost of this visit.
  }
}
