/** JSON as the admin server writes it: 64-bit numbers are bare digits, which `JSON.stringify` has no way to say. */

/** `value` over several lines, two blanks a level, as `JSON.stringify(value, null, 2)` would; a bigint is written as a number. */
export function jsonText(value: unknown, margin = ''): string {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${margin}  `;
  const isList = Array.isArray(value);
  const items = isList
    ? value.map((item: unknown) => jsonText(item, inner))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${jsonText(item, inner)}`);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (items.length === 0) return `${open}${close}`;
  return `${open}\n${items.map((item) => `${inner}${item}`).join(',\n')}\n${margin}${close}`;
}
