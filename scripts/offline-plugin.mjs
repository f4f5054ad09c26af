// The built site keeps itself: a service worker that knows every file of this build by name.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes `sw.js` beside the page, from `service-worker.js`.
 * @returns {import('vite').Plugin}
 */
export function offline() {
  let publicDir = '';
  return {
    name: 'zabscope:offline',
    apply: 'build',
    configResolved: (config) => {
      ({ publicDir } = config);
    },
    generateBundle: {
      // After the page itself has become part of what is written.
      order: 'post',
      handler(_options, bundle) {
        const built = Object.values(bundle).filter(({ fileName }) => !fileName.startsWith('.vite/'));
        const given = readdirSync(publicDir).map((name) => ({ name, text: readFileSync(join(publicDir, name)) }));
        const hash = createHash('sha256');
        for (const file of built) hash.update(file.type === 'chunk' ? file.code : file.source);
        for (const { text } of given) hash.update(text);
        const files = [
          './',
          ...built.map(({ fileName }) => fileName).filter((name) => name !== 'index.html' && !name.endsWith('.map')),
          ...given.map(({ name }) => name),
        ];
        const worker = readFileSync(new URL('service-worker.js', import.meta.url), 'utf8');
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: worker
            .replace('__VERSION__', hash.digest('hex').slice(0, 16))
            .replace("['__FILES__']", JSON.stringify(files)),
        });
      },
    },
  };
}
