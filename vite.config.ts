import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The page talks to nobody: everything it needs arrives with it. `connect-src 'none'` makes the browser hold us to that. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "worker-src 'self'",
].join('; ');

/** Only in the build: the development server needs a connection of its own to reload modules. */
function forbidConnections(): Plugin {
  return {
    name: 'zabscope:forbid-connections',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

export default defineConfig({
  // Relative addresses, so that the built site works in any folder of any server.
  base: './',
  plugins: [react(), forbidConnections()],
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
