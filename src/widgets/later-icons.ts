/** The signs that the first picture does without, each as the path that `Icon` draws. */
export const ICONS = {
  bookmark: 'M4.5 2.5h7v11L8 10.5l-3.5 3z',
  branch: 'M5 2.5v11M5 9.5c0-3 6-1.5 6-5.5M9.25 5.5 11 3.75l1.75 1.75',
  copy: 'M5.5 5.5h7v7h-7z|M3.5 10.5v-7h7',
  fork: 'M2.5 8h4L10 4h3M6.5 8 10 12h3|m11.5 2.5 1.5 1.5-1.5 1.5M11.5 10.5l1.5 1.5-1.5 1.5',
  jump: 'M2.5 11.5c1-5 6-6.5 9.5-3|M12.25 4.75V8.5H8.5',
  more: 'M3.5 8v.01M8 8v.01M12.5 8v.01',
  palette: 'm3 5 3 3-3 3M7.5 11.5H13',
  redo: 'M12.5 6.5H6a3.25 3.25 0 0 0 0 6.5h2.5|m9.75 3.75 2.75 2.75-2.75 2.75',
  flag: 'M4 14V2.5h8L9.8 5.5 12 8.5H4',
  screen: 'M2 3h12v8H2zM8 11v2.5M5 13.5h6',
  search: 'M11 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM10 10l3.5 3.5',
  speaker: 'M2 3h9v6H2zM5 12.5h9V6M4.5 5.25h4M4.5 7h2.5',
  undo: 'M3.5 6.5H10a3.25 3.25 0 0 1 0 6.5H7.5|M6.25 3.75 3.5 6.5l2.75 2.75',
} as const;

export type LaterIcon = (typeof ICONS)[keyof typeof ICONS];
