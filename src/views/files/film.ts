/**
 * A range of the run as a film, made in the page: virtual time passes a frame at a time, each is drawn as a picture and
 * encoded. Nothing depends on how long that takes, so the same range gives the same frames.
 */
import type { Lab } from '../../app/lab.ts';
import { paintPicture, pictureOf } from './picture.ts';
import { type EncodedFrame, webmOf } from './webm.ts';

export interface FilmRange {
  /** Virtual milliseconds. */
  readonly from: number;
  readonly to: number;
  /** Virtual milliseconds per millisecond of the film. */
  readonly speed: number;
}

export const FRAMES_PER_SECOND = 25;
/** A film of two minutes. */
export const FRAMES_MAX = 3000;
/** So many frames may wait for the encoder. */
const WAITING_MAX = 8;
/** A player may begin at every so many frames. */
const KEY_EVERY = 50;
const BITS_PER_SECOND = 4_000_000;
/** Letters of the page stay readable. */
const WIDTH_MIN = 1280;

const CODECS = [
  { name: 'vp8', id: 'V_VP8' },
  { name: 'vp09.00.40.08', id: 'V_VP9' },
] as const;

/** How many pictures it takes; at least one. */
export function framesOf({ from, to, speed }: FilmRange): number {
  return Math.max(1, Math.round(((to - from) / speed / 1000) * FRAMES_PER_SECOND));
}

/** Whether the browser can encode films at all. */
export function canFilm(): boolean {
  return 'VideoEncoder' in window;
}

interface Filming {
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/**
 * The film as a WebM file; null when it was cancelled or the browser has none of its codecs. The page shows what is filmed
 * meanwhile, and afterwards the place it showed before.
 */
export async function filmOf(
  lab: Lab,
  view: Element,
  range: FilmRange,
  { onProgress, signal }: Filming,
): Promise<Blob | null> {
  const { store, playback, session } = lab;
  const { branch, cursor, seekTime, pause, goTo } = store.getState();
  pause();
  const count = framesOf(range);
  const step = (1000 / FRAMES_PER_SECOND) * range.speed;
  try {
    session.ensureUntil(branch, range.from, Infinity);
    seekTime(range.from);
    playback.passBy(Math.max(0, range.from - playback.now));
    await drawn();
    const first = pictureOf(view);
    const scale = Math.max(1, WIDTH_MIN / first.width);
    const canvas = document.createElement('canvas');
    // Codecs want even numbers.
    canvas.width = 2 * Math.round((first.width * scale) / 2);
    canvas.height = 2 * Math.round((first.height * scale) / 2);
    const encoded = await encoderFor(canvas);
    if (encoded === null) return null;
    let last = '';
    for (let index = 0; index < count; index++) {
      if (signal.aborted) {
        encoded.encoder.close();
        return null;
      }
      const picture = pictureOf(view);
      if (picture.svg !== last) await paintPicture(canvas, picture);
      last = picture.svg;
      const frame = new VideoFrame(canvas, { timestamp: Math.round((index * 1e6) / FRAMES_PER_SECOND) });
      encoded.encoder.encode(frame, { keyFrame: index % KEY_EVERY === 0 });
      frame.close();
      onProgress(index + 1);
      playback.passBy(step);
      await drawn();
      while (encoded.encoder.encodeQueueSize > WAITING_MAX) await drawn();
    }
    await encoded.encoder.flush();
    encoded.encoder.close();
    if (encoded.problem() !== null) throw encoded.problem();
    const millis = (count * 1000) / FRAMES_PER_SECOND;
    const film = { codec: encoded.codec, width: canvas.width, height: canvas.height, millis, frames: encoded.frames };
    return new Blob([webmOf(film)], { type: 'video/webm' });
  } finally {
    goTo({ branch, cursor });
  }
}

/** What was changed has been rendered. */
function drawn(): Promise<void> {
  return new Promise((resolve) => {
    window.setTimeout(resolve);
  });
}

interface Encoded {
  readonly encoder: VideoEncoder;
  readonly codec: (typeof CODECS)[number]['id'];
  readonly frames: readonly EncodedFrame[];
  readonly problem: () => DOMException | null;
}

/** Null where the browser knows none of the codecs. */
async function encoderFor({ width, height }: HTMLCanvasElement): Promise<Encoded | null> {
  for (const { name, id } of CODECS) {
    const config: VideoEncoderConfig = {
      codec: name,
      width,
      height,
      bitrate: BITS_PER_SECOND,
      framerate: FRAMES_PER_SECOND,
    };
    const { supported } = await VideoEncoder.isConfigSupported(config);
    if (supported !== true) continue;
    const frames: EncodedFrame[] = [];
    let problem: DOMException | null = null;
    const encoder = new VideoEncoder({
      output: (chunk) => {
        const data = new Uint8Array(chunk.byteLength);
        chunk.copyTo(data);
        frames.push({ data, isKey: chunk.type === 'key', at: Math.round(chunk.timestamp / 1000) });
      },
      error: (error) => {
        problem = error;
      },
    });
    encoder.configure(config);
    return { encoder, codec: id, frames, problem: () => problem };
  }
  return null;
}
