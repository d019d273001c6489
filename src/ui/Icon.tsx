import type { ReactNode } from 'react';
import './Icon.css';

/** Line drawings on a 20 by 20 grid, one path each. Decoration: the word always stands beside or in the name. */
const drawings = {
  summary: 'M3 4h14M3 8h14M3 12h8M3 16h8M14 12h3v4h-3z',
  timeline: 'M3 5h4M3 10h9M3 15h6M15 3v14M13.2 7h3.6M13.2 13h3.6',
  changes: 'M10 3.5a6.5 6.5 0 1 0 6.5 6.5M16.5 3.5v4.2h-4.2M10 6.5V10l2.5 2',
  person: 'M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3.8 17c.6-3.3 3-5 6.2-5s5.6 1.7 6.2 5',
  alert: 'M10 3 18 16.5H2zM10 8v4M10 14.2v.3',
  list: 'M7.5 5H17M7.5 10H17M7.5 15H17M3.5 5h.6M3.5 10h.6M3.5 15h.6',
  pill: 'M4.3 10.2 10.2 4.3a3.9 3.9 0 0 1 5.5 5.5l-5.9 5.9a3.9 3.9 0 0 1-5.5-5.5zM7.2 7.3l5.5 5.5',
  syringe: 'M12.5 3.5l4 4M14.5 5.5 7 13l-2.5-2.5L12 3M5.8 11.8 3.5 16.5l4.7-2.3M10 7l2.5 2.5',
  procedure: 'M4 16.5 12.5 8M10.5 6l3.5 3.5 2.5-3.5c.6-1-1.4-3-2.5-2.5zM3 16.8h7',
  flask: 'M8 3v5L3.8 15.2c-.5.9.1 1.8 1.1 1.8h10.2c1 0 1.6-.9 1.1-1.8L12 8V3M6.7 3h6.6M6 12.5h8',
  pulse: 'M2.5 10.5h3.6l2-5 3.4 9.5 2.2-4.5h3.8',
  scan: 'M3 7V4.5C3 3.7 3.7 3 4.5 3H7M13 3h2.5c.8 0 1.5.7 1.5 1.5V7M17 13v2.5c0 .8-.7 1.5-1.5 1.5H13M7 17H4.5c-.8 0-1.5-.7-1.5-1.5V13M10 6.5v7M7.3 8.4h5.4M7.3 11.2h5.4',
  tube: 'M7 3v11a3 3 0 0 0 6 0V3M5.7 3h8.6M7 9.5h6',
  page: 'M5 3h6.5L15.5 7v10H5zM11.5 3v4h4M7.5 10.5h5.5M7.5 13.5h5.5',
  report: 'M4 17V3h12v14zM7 13.5v-3M10 13.5v-7M13 13.5V9',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  plan: 'M3.5 5.2l1.2 1.2 2-2.4M3.5 10.2l1.2 1.2 2-2.4M3.5 15.2l1.2 1.2 2-2.4M9.5 5.5H17M9.5 10.5H17M9.5 15.5H17',
  target: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  team: 'M7 9.5a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2zM2.5 16c.4-2.9 2-4.3 4.5-4.3s4.1 1.4 4.5 4.3M13.2 9.2a2.2 2.2 0 1 0-.6-4.3M13.5 11.4c2.3 0 3.6 1.3 4 3.9',
  device: 'M6 3h8v14H6zM8.5 6.2h3M8.5 14.2h3',
  order: 'M5 4.5h10V17H5zM7.8 3h4.4v3H7.8zM7.5 9.5h5M7.5 12.8h5',
  home: 'M3 9.5 10 3.5l7 6M5 8.2v8.3h10V8.2M8.4 16.5v-4.3h3.2v4.3',
  card: 'M2.5 5h15v10.5h-15zM2.5 8.5h15M5 12.5h4',
  people:
    'M6.5 8a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM13.5 11a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8zM2.5 16.5v-2c0-2 1.6-3.4 4-3.4s4 1.4 4 3.4v2M13.5 13c2 0 3.7 1 3.7 2.7v.8',
  take: 'M10 12.5V3M6.5 6.2 10 2.7l3.5 3.5M4 11v5.5h12V11',
  other: 'M4 10h.3M10 10h.3M16 10h.3',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  close: 'M4.5 4.5l11 11M15.5 4.5l-11 11',
  back: 'M12.5 4 6.5 10l6 6',
  forward: 'M7.5 4l6 6-6 6',
  gear: 'M3 6h6.5M13.5 6H17M3 14h3.5M10.5 14H17M11.5 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8.5 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  search: 'M8.8 14.6a5.8 5.8 0 1 0 0-11.6 5.8 5.8 0 0 0 0 11.6zM13 13l4 4',
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
