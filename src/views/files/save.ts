/** Hands a file to the browser to be saved; nothing leaves the machine. */
export function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by then.
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
