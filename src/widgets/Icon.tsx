/** The drawn signs of the page, 16 × 16, in the colour of the text beside them. */
import type { LaterIcon } from './later-icons.ts';
import styles from './Icon.module.css';

const PATHS = {
  back: 'M4.5 3.5v9|f M12 3.5 6 8l6 4.5z',
  chevronDown: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  chevronLeft: 'M9.5 4.5 6 8l3.5 3.5',
  chevronRight: 'm6.5 4.5 3.5 3.5-3.5 3.5',
  chip: 'M4 5a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1z|M6.25 1.75V4M9.75 1.75V4M6.25 12v2.25M9.75 12v2.25M1.75 6.25H4M1.75 9.75H4M12 6.25h2.25M12 9.75h2.25',
  clock: 'M13.25 8a5.25 5.25 0 1 1-10.5 0 5.25 5.25 0 0 1 10.5 0zM8 5v3l2 1.5',
  close: 'm4 4 8 8M12 4l-8 8',
  cut: 'M2.5 13.5l11-11|M3 4.5h3.5M9.5 11.5H13',
  cylinder:
    'M3 4.5c0-1 2.2-1.75 5-1.75s5 .75 5 1.75-2.2 1.75-5 1.75-5-.75-5-1.75z|M3 4.5v7c0 1 2.2 1.75 5 1.75s5-.75 5-1.75v-7M3 8c0 1 2.2 1.75 5 1.75S13 9 13 8',
  end: 'M13 3.5v9|f M7.5 4l4 4-4 4zM2.5 4l4 4-4 4z',
  forward: 'M11.5 3.5v9|f M4 3.5 10 8l-6 4.5z',
  freeze: 'M8 2.5v11M3.25 5.25l9.5 5.5M12.75 5.25l-9.5 5.5|m6.5 3.5 1.5 1.25L9.5 3.5M6.5 12.5 8 11.25l1.5 1.25',
  heal: 'M2.5 8h11|M5 8a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0M14 8a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0',
  help: 'M5.75 6a2.25 2.25 0 1 1 3.2 2.05c-.6.3-.95.75-.95 1.45|M8 12.25v.01',
  link: 'M6.5 9.5a3 3 0 0 0 4.25 0l2-2A3 3 0 0 0 8.5 3.25l-.75.75|M9.5 6.5a3 3 0 0 0-4.25 0l-2 2a3 3 0 0 0 4.25 4.25l.75-.75',
  panelLeft:
    'M4 3.5h8A1.5 1.5 0 0 1 13.5 5v6a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 11V5A1.5 1.5 0 0 1 4 3.5z|M6.5 3.5v9',
  panelRight:
    'M4 3.5h8A1.5 1.5 0 0 1 13.5 5v6a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 11V5A1.5 1.5 0 0 1 4 3.5z|M9.5 3.5v9',
  pause: 'f M4.5 3.5h2.5v9H4.5zM9 3.5h2.5v9H9z',
  play: 'f M5 3v10l8-5z',
  plug: 'M2 8h4.5M9.5 8H14|M6.5 5.5v5a2.5 2.5 0 0 0 0-5zM9.5 5.5v5',
  restart: 'M12.5 8A4.5 4.5 0 1 1 11 4.65|M12.75 2.5v2.75H10',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
  slowDisk: 'M2.75 11.5a5.25 5.25 0 1 1 10.5 0|m8 10.5 2.5-3',
  start: 'M3 3.5v9|f M8.5 4 4.5 8l4 4zM13.5 4l-4 4 4 4z',
  stop: 'M4 4h8v8H4z',
  theme: 'M13.25 8a5.25 5.25 0 1 1-10.5 0 5.25 5.25 0 0 1 10.5 0z|f M8 2.75a5.25 5.25 0 0 1 0 10.5z',
  fit: 'M2.5 4v8M13.5 4v8M4.5 8h7|M6.5 5.75 4.25 8l2.25 2.25M9.5 5.75 11.75 8 9.5 10.25',
  toPlayhead: 'M8 5.5v8|f M5 2.5h6L8 6z',
  zoomIn: 'M8 3.5v9M3.5 8h9',
  zoomOut: 'M3.5 8h9',
  tick: 'm3.5 8.5 3 3 6-7',
  wipe: 'M3.5 4.5h9M6 4.5V3h4v1.5M4.5 4.5l.5 8.5h6l.5-8.5M7 7v3.5M9 7v3.5',
  write: 'M3.5 12.5h9M4.5 10l.5-2L10.5 2.5l1.5 1.5L6.5 9.5z',
} as const;

export type IconName = keyof typeof PATHS;

/** `name`: one of them, or the path of one that comes later. */
export function Icon({ name, size = 16 }: { readonly name: IconName | LaterIcon; readonly size?: number }) {
  return (
    <svg className={styles.icon} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {(name in PATHS ? PATHS[name as IconName] : name)
        .split('|')
        .map((path) =>
          path.startsWith('f ') ? (
            <path key={path} className={styles.filled} d={path.slice(2)} />
          ) : (
            <path key={path} d={path} />
          ),
        )}
    </svg>
  );
}
