// Keeps the whole site, so that it opens without a network. All files of one build stay together: a newer build is
// fetched as a whole, and takes over once no page of the older one is open.

/** @typedef {{ request: Request, respondWith(answer: Promise<Response>): void, waitUntil(work: Promise<void>): void }} WorkerEvent */

const { registration } = /** @type {{ registration: { scope: string } }} */ (/** @type {unknown} */ (globalThis));
const on = /** @type {(name: string, hear: (event: WorkerEvent) => void) => void} */ (addEventListener);

const FILES = ['__FILES__'];
const OWN = `zabscope ${registration.scope} `;
const CACHE = `${OWN}__VERSION__`;

on('install', (event) => event.waitUntil(keep()));
on('activate', (event) => event.waitUntil(forgetOlder()));
on('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(registration.scope)) event.respondWith(kept(request));
});

async function keep() {
  const cache = await caches.open(CACHE);
  // What carries its hash in its name never changes; the rest is asked for anew.
  await cache.addAll(
    FILES.map((file) => new Request(file, { cache: file.startsWith('assets/') ? 'default' : 'no-cache' })),
  );
}

async function forgetOlder() {
  const older = (await caches.keys()).filter((name) => name.startsWith(OWN) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** @param {Request} request */
async function kept(request) {
  const cache = await caches.open(CACHE);
  // `?lecture` and `?embed` are the same page, and so is its full name.
  const address = request.url.replace(/[?#].*/, '').replace(/\/index\.html$/, '/');
  return (await cache.match(address)) ?? fetch(request);
}
