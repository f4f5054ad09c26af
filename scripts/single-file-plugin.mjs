// `zabscope.html`: the whole page in one file, to be saved and opened from a disk or sent by mail.

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { policyTag } from './site-policy.mjs';

/**
 * Builds a second time, in memory and undivided, and writes the result beside the site.
 * @param {() => import('vite').PluginOption[]} plugins what the sources need
 * @returns {import('vite').Plugin}
 */
export function singleFile(plugins) {
  /** @type {import('vite').ResolvedConfig} */
  let config;
  return {
    name: 'zabscope:single-file',
    apply: 'build',
    configResolved: (resolved) => {
      config = resolved;
    },
    closeBundle: {
      order: 'post',
      async handler(error) {
        if (error !== undefined || !config.build.write) return;
        const folder = resolve(config.root, config.build.outDir);
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'zabscope.html'), await wholePage(config, plugins()));
      },
    },
  };
}

/**
 * @param {import('vite').ResolvedConfig} config
 * @param {import('vite').PluginOption[]} plugins
 */
async function wholePage(config, plugins) {
  const built = await build({
    configFile: false,
    root: config.root,
    publicDir: false,
    mode: config.mode,
    logLevel: 'error',
    base: './',
    plugins,
    define: { 'import.meta.env.VITE_SINGLE_FILE': 'true' },
    build: {
      write: false,
      target: 'baseline-widely-available',
      modulePreload: false,
      cssCodeSplit: false,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  if (!('output' in built)) throw new Error('one build has one output');
  const { output } = built;
  const scripts = output.filter((file) => file.type === 'chunk');
  const [script] = scripts;
  if (script === undefined || scripts.length > 1) throw new Error(`${scripts.length} scripts, where one is all`);
  const text = (/** @type {string} */ end) =>
    output
      .flatMap((file) => (file.type === 'asset' && file.fileName.endsWith(end) ? [String(file.source)] : []))
      .join('');

  // Inside of an element, its own end tag ends it, wherever it stands.
  const code = `\n${script.code.replaceAll('</script', '<\\/script')}`;
  const hash = createHash('sha256').update(code).digest('base64');
  const { attrs } = policyTag(`'sha256-${hash}'`);
  const page = text('.html')
    .replace(/<script [^>]*src=[^>]*><\/script>/, '')
    .replaceAll(/<link [^>]*rel="(?:stylesheet|manifest)"[^>]*>/g, '')
    .replace(
      '<head>',
      () => `<head>\n    <meta http-equiv="${attrs?.['http-equiv']}" content="${attrs?.['content']}" />`,
    )
    .replace('</head>', () => `<style>\n${text('.css')}</style>\n  </head>`);
  return page.replace('</body>', () => `<script type="module">${code}</script>\n  </body>`);
}
