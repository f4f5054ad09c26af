/**
 * The page talks to nobody: everything it needs arrives with it. `connect-src 'none'` makes the browser hold us to that.
 * @param {string} scripts where scripts may come from
 * @returns {import('vite').HtmlTagDescriptor}
 */
export function policyTag(scripts) {
  const content = [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "manifest-src 'self'",
    "worker-src 'self'",
  ].join('; ');
  return { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' };
}
