import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { offline } from './scripts/offline-plugin.mjs';
import { singleFile } from './scripts/single-file-plugin.mjs';
import { policyTag } from './scripts/site-policy.mjs';

/** Only in the build: the development server needs a connection of its own to reload modules. */
function forbidConnections(): Plugin {
  return {
    name: 'zabscope:forbid-connections',
    apply: 'build',
    transformIndexHtml: () => [policyTag("'self'")],
  };
}

export default defineConfig({
  // Relative addresses, so that the built site works in any folder of any server.
  base: './',
  plugins: [react(), forbidConnections(), offline(), singleFile(() => [react()])],
  build: {
    manifest: true,
    target: 'baseline-widely-available',
    // The polyfill would fetch(), which the policy above forbids; every browser of the target has module preloading.
    modulePreload: { polyfill: false },
    // One file for all that the first picture needs: each file more is a request more, and packs less well.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
  worker: { format: 'es' },
});
