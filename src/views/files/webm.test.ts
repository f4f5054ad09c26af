import { expect, it } from 'vitest';
import { type EncodedFrame, webmOf } from './webm.ts';

interface Read {
  readonly id: number;
  readonly at: number;
  readonly content: Uint8Array;
}

/** The elements in some bytes, as RFC 8794 has them: a reader that shares nothing with the writer. */
function read(bytes: Uint8Array): readonly Read[] {
  const found: Read[] = [];
  let at = 0;
  const variable = (keepMarker: boolean): number => {
    const first = bytes[at] ?? 0;
    const length = Math.clz32(first) - 23;
    let value = keepMarker ? first : first & (0xff >> length);
    for (let i = 1; i < length; i++) value = value * 256 + (bytes[at + i] ?? 0);
    at += length;
    return value;
  };
  while (at < bytes.length) {
    const begins = at;
    const id = variable(true);
    const length = variable(false);
    found.push({ id, at: begins, content: bytes.subarray(at, at + length) });
    at += length;
  }
  expect(at).toBe(bytes.length);
  return found;
}

const number = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

const frames: readonly EncodedFrame[] = Array.from({ length: 90 }, (_, index) => ({
  data: Uint8Array.of(index, 1, 2),
  isKey: index % 60 === 0,
  at: Math.round((index * 1000) / 30),
}));
const film = webmOf({ codec: 'V_VP8', width: 1280, height: 720, millis: 3000, frames });

it('head, segment, information, track, clusters and their index', () => {
  const [head, segment] = read(film);
  expect(head?.id).toBe(0x1a45dfa3);
  expect(segment?.id).toBe(0x18538067);
  const parts = read(segment?.content ?? new Uint8Array());
  expect(parts.map(({ id }) => id)).toEqual([0x1549a966, 0x1654ae6b, 0x1f43b675, 0x1f43b675, 0x1c53bb6b]);
});

it('every frame is there, at its time, and a cluster begins with a key frame', () => {
  const parts = read(read(film)[1]?.content ?? new Uint8Array());
  const found = parts
    .filter(({ id }) => id === 0x1f43b675)
    .flatMap(({ content }) => {
      const [stamp, ...blocks] = read(content);
      expect((blocks[0]?.content[3] ?? 0) & 0x80).toBe(0x80);
      return blocks.map((block) => ({
        at: number(stamp?.content ?? new Uint8Array()) + number(block.content.subarray(1, 3)),
        frame: block.content[4],
        isKey: block.content[3] === 0x80,
      }));
    });
  expect(found).toEqual(frames.map(({ data, isKey, at }) => ({ at, frame: data[0], isKey })));
});

it('the index leads to the clusters', () => {
  const segment = read(film)[1]?.content ?? new Uint8Array();
  const parts = read(segment);
  const clusters = parts.filter(({ id }) => id === 0x1f43b675).map(({ at }) => at);
  const cues = read(parts.at(-1)?.content ?? new Uint8Array()).map(({ content }) => {
    const [, track] = read(content);
    return number(read(track?.content ?? new Uint8Array())[1]?.content ?? new Uint8Array());
  });
  expect(cues).toEqual(clusters);
});
