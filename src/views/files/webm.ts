/**
 * Encoded frames as a WebM file: one video track, a cluster every few seconds, and an index of them at the end. The
 * container's own names are those of its specification (RFC 8794, RFC 9559, and WebM's subset of it).
 */

export interface EncodedFrame {
  readonly data: Uint8Array;
  readonly isKey: boolean;
  /** Milliseconds from the start. */
  readonly at: number;
}

export interface Film {
  readonly codec: 'V_VP8' | 'V_VP9';
  readonly width: number;
  readonly height: number;
  readonly millis: number;
  readonly frames: readonly EncodedFrame[];
}

const ID = {
  EBML: 0x1a45dfa3,
  EBMLVersion: 0x4286,
  EBMLReadVersion: 0x42f7,
  EBMLMaxIDLength: 0x42f2,
  EBMLMaxSizeLength: 0x42f3,
  DocType: 0x4282,
  DocTypeVersion: 0x4287,
  DocTypeReadVersion: 0x4285,
  Segment: 0x18538067,
  Info: 0x1549a966,
  TimestampScale: 0x2ad7b1,
  Duration: 0x4489,
  MuxingApp: 0x4d80,
  WritingApp: 0x5741,
  Tracks: 0x1654ae6b,
  TrackEntry: 0xae,
  TrackNumber: 0xd7,
  TrackUID: 0x73c5,
  FlagLacing: 0x9c,
  CodecID: 0x86,
  TrackType: 0x83,
  Video: 0xe0,
  PixelWidth: 0xb0,
  PixelHeight: 0xba,
  Cluster: 0x1f43b675,
  Timestamp: 0xe7,
  SimpleBlock: 0xa3,
  Cues: 0x1c53bb6b,
  CuePoint: 0xbb,
  CueTime: 0xb3,
  CueTrackPositions: 0xb7,
  CueTrack: 0xf7,
  CueClusterPosition: 0xf1,
} as const;

/** A block's time is a signed 16-bit number beside its cluster's. */
const CLUSTER_MILLIS_MAX = 30_000;
const MILLISECOND = 1_000_000;
const VIDEO = 1;

/** The file; its first frame must be a key frame. */
export function webmOf({ codec, width, height, millis, frames }: Film): Uint8Array<ArrayBuffer> {
  const head = element(
    ID.EBML,
    element(ID.EBMLVersion, uint(1)),
    element(ID.EBMLReadVersion, uint(1)),
    element(ID.EBMLMaxIDLength, uint(4)),
    element(ID.EBMLMaxSizeLength, uint(8)),
    element(ID.DocType, text('webm')),
    element(ID.DocTypeVersion, uint(4)),
    element(ID.DocTypeReadVersion, uint(2)),
  );
  const info = element(
    ID.Info,
    element(ID.TimestampScale, uint(MILLISECOND)),
    element(ID.Duration, float(millis)),
    element(ID.MuxingApp, text('Zabscope')),
    element(ID.WritingApp, text('Zabscope')),
  );
  const tracks = element(
    ID.Tracks,
    element(
      ID.TrackEntry,
      element(ID.TrackNumber, uint(1)),
      element(ID.TrackUID, uint(1)),
      element(ID.FlagLacing, uint(0)),
      element(ID.CodecID, text(codec)),
      element(ID.TrackType, uint(VIDEO)),
      element(ID.Video, element(ID.PixelWidth, uint(width)), element(ID.PixelHeight, uint(height))),
    ),
  );
  const clusters: Uint8Array[] = [];
  const cues: Uint8Array[] = [];
  let position = info.length + tracks.length;
  for (const group of groupsOf(frames)) {
    const start = group[0]?.at ?? 0;
    const cluster = element(
      ID.Cluster,
      element(ID.Timestamp, uint(start)),
      ...group.map((frame) => element(ID.SimpleBlock, blockHead(frame, start), frame.data)),
    );
    cues.push(
      element(
        ID.CuePoint,
        element(ID.CueTime, uint(start)),
        element(ID.CueTrackPositions, element(ID.CueTrack, uint(1)), element(ID.CueClusterPosition, uint(position))),
      ),
    );
    clusters.push(cluster);
    position += cluster.length;
  }
  return joined([head, element(ID.Segment, info, tracks, ...clusters, element(ID.Cues, ...cues))]);
}

/** Each begins with a key frame, so that a player can begin there. */
function groupsOf(frames: readonly EncodedFrame[]): readonly (readonly EncodedFrame[])[] {
  const groups: EncodedFrame[][] = [];
  for (const frame of frames) {
    const last = groups.at(-1);
    if (last === undefined || frame.isKey || frame.at - (last[0]?.at ?? 0) > CLUSTER_MILLIS_MAX) groups.push([frame]);
    else last.push(frame);
  }
  return groups;
}

function blockHead({ isKey, at }: EncodedFrame, start: number): Uint8Array {
  const offset = at - start;
  // Track 1 as a number of variable length, the time, and what is known of the frame.
  return Uint8Array.of(0x81, (offset >> 8) & 0xff, offset & 0xff, isKey ? 0x80 : 0);
}

function element(id: number, ...content: readonly Uint8Array[]): Uint8Array {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  return joined([uint(id), size(length), ...content]);
}

/** In eight bytes, the first of which says so. */
function size(length: number): Uint8Array {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(length));
  bytes[0] = 0x01;
  return bytes;
}

/** In as many bytes as it needs. */
function uint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = Math.round(value);
  do {
    bytes.unshift(rest % 256);
    rest = Math.floor(rest / 256);
  } while (rest > 0);
  return Uint8Array.from(bytes);
}

function float(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return bytes;
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
