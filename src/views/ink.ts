/** The tokens as a canvas needs them: it inherits no colours, so they are read from the page and followed. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { PacketFamily } from '../zookeeper/packets.ts';

export interface Ink {
  readonly families: Readonly<Record<PacketFamily, string>>;
  readonly ground: string;
  readonly panel: string;
  readonly text: string;
  readonly quietText: string;
  readonly faintText: string;
  /** Of hairlines. */
  readonly hair: string;
  readonly edge: string;
  readonly leading: string;
  readonly settled: string;
  readonly changed: string;
  readonly select: string;
  readonly font: string;
  /** Widths of lines and of the outlines of marks, in pixels. */
  readonly line: number;
  readonly mark: number;
  /** Pixels of the screen for one of the page. */
  readonly density: number;
}

/** Null before the element is there. */
export function useInk(ref: RefObject<Element | null>): Ink | null {
  const [ink, setInk] = useState<Ink | null>(null);
  useLayoutEffect(() => {
    const read = () => setInk(ref.current === null ? null : inkOf(ref.current));
    read();
    // Whatever can change a token: the chosen theme, the system's, and a window moved to another screen.
    const theme = new MutationObserver(read);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-lecture'] });
    const gone = new AbortController();
    const { signal } = gone;
    const follow = (query: string, changed: () => void) =>
      window.matchMedia(query).addEventListener('change', changed, { signal });
    follow('(prefers-color-scheme: dark)', read);
    follow('(forced-colors: active)', read);
    follow('print', read);
    // A query knows one density only: the next needs another.
    const followDensity = () =>
      follow(`(resolution: ${devicePixelRatio}dppx)`, () => {
        read();
        followDensity();
      });
    followDensity();
    return () => {
      theme.disconnect();
      gone.abort();
    };
  }, [ref]);
  return ink;
}

function inkOf(element: Element): Ink {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const scale = Number(token('k'));
  return {
    families: {
      election: token('election'),
      discovery: token('discovery'),
      sync: token('sync'),
      broadcast: token('broadcast'),
      client: token('client'),
      other: token('other'),
    },
    ground: token('ground'),
    panel: token('panel'),
    text: token('ink'),
    quietText: token('ink-2'),
    faintText: token('ink-3'),
    hair: token('line'),
    edge: token('edge'),
    leading: token('leading'),
    settled: token('settled'),
    changed: token('changed'),
    select: token('select'),
    font: token('font'),
    line: 1.5 * scale,
    mark: 2 * scale,
    // Inside what is enlarged as a whole, that many more.
    density: devicePixelRatio * (element.currentCSSZoom ?? 1),
  };
}
