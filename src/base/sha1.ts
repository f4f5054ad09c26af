/** SHA-1, in base 64: what ZooKeeper's digest scheme makes of a password. Not for keeping secrets. */

/** The 28 characters of base64(sha1(text)), `text` taken as UTF-8. */
export function sha1Base64(text: string): string {
  return base64(sha1(utf8(text)));
}

function sha1(message: readonly number[]): readonly number[] {
  const bits = message.length * 8;
  const bytes = [...message, 0x80];
  while (bytes.length % 64 !== 56) bytes.push(0);
  bytes.push(...bytesOf(Math.floor(bits / 4294967296)), ...bytesOf(bits));
  let [a, b, c, d, e] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let block = 0; block < bytes.length; block += 64) {
    const words = Array.from({ length: 16 }, (_, i) => wordAt(bytes, block + i * 4));
    const before = [a, b, c, d, e] as const;
    for (let i = 0; i < 80; i++) {
      const at = (back: number): number => words[i - back] ?? 0;
      if (i > 15) words.push(rotated(at(3) ^ at(8) ^ at(14) ^ at(16), 1));
      const [mix, key] =
        i < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : i < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : i < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6];
      const next = (rotated(a, 5) + mix + e + key + at(0)) | 0;
      [a, b, c, d, e] = [next, a, rotated(b, 30), c, d];
    }
    [a, b, c, d, e] = [a + before[0], b + before[1], c + before[2], d + before[3], e + before[4]].map(
      (word) => word | 0,
    ) as [number, number, number, number, number];
  }
  return [a, b, c, d, e].flatMap(bytesOf);
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function wordAt(bytes: readonly number[], index: number): number {
  return bytes.slice(index, index + 4).reduce((word, byte) => (word << 8) | byte, 0);
}

function bytesOf(word: number): number[] {
  return [(word >>> 24) & 255, (word >>> 16) & 255, (word >>> 8) & 255, word & 255];
}

function utf8(text: string): readonly number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0).flatMap((code) => {
    if (code < 0x80) return [code];
    if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 63)];
    if (code < 0x10000) return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
    return [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
  });
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [first = 0, second, third] = bytes.slice(i, i + 3);
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    const digit = (shift: number): string => DIGITS.charAt((bits >> shift) & 63);
    text += digit(18) + digit(12) + (second === undefined ? '=' : digit(6)) + (third === undefined ? '=' : digit(0));
  }
  return text;
}
