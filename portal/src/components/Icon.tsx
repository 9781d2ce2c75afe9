/** The few pictures of the portal: 20 × 20, drawn with one line in the colour of the text. */
const PATHS = {
  dashboard: 'M3 3h6v6H3zM11 3h6v4h-6zM11 9h6v8h-6zM3 11h6v6H3z',
  device: 'M5 7V3h10v4M5 14H3V8.5A1.5 1.5 0 0 1 4.5 7h11A1.5 1.5 0 0 1 17 8.5V14h-2M5 12h10v5H5zM14 9.5h.5',
  meter: 'M3.5 14a7 7 0 1 1 13 0M10 12l3.5-4M3.5 16.5h13',
  customers: 'M3 17V4.5h8V17M11 8.5h6V17M2 17h16M5.5 8h3M5.5 11h3M5.5 14h3M13.5 11.5h1M13.5 14.5h1',
  search: 'M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM13 13l4 4',
  help: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM7.8 7.8a2.2 2.2 0 1 1 3.4 1.9c-.8.5-1.2.9-1.2 1.8M10 14.2v.1',
  info: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM10 9v5M10 6.2v.1',
  warning: 'M10 3 2.5 16.5h15zM10 8v4M10 14.2v.1',
  check: 'M3.5 10.5 8 15l8.5-10',
  sun: 'M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1',
  moon: 'M16.5 12A7 7 0 0 1 8 3.5 7 7 0 1 0 16.5 12z',
  exit: 'M8 3.5H4v13h4M12 6.5l4 3.5-4 3.5M16 10H8',
  up: 'M6 12l4-4 4 4',
  down: 'M6 8l4 4 4-4',
  back: 'M12 5l-5 5 5 5',
  forward: 'M8 5l5 5-5 5',
  place: 'M10 17.5s-5.5-5-5.5-9a5.5 5.5 0 0 1 11 0c0 4-5.5 9-5.5 9zM10 6.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
  ticket: 'M3 4h14v9.5H9L5.5 17v-3.5H3zM6.5 7.5h7M6.5 10.2h4.5',
  board: 'M3 4h14v13H3zM3 8h14M8 8v9M10 11h4.5M10 14h2.5M6 2.5v3M14 2.5v3',
  visit: 'M2 5h9v9H2zM11 8h4l3 3v3h-7M5.2 12.8a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4zM14.2 12.8a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z',
  order: 'M3 6.5 10 3l7 3.5v7L10 17l-7-3.5zM3 6.5l7 3.5 7-3.5M10 10v7',
  invoice: 'M5 2.5h10v15l-2.5-1.7-2.5 1.7-2.5-1.7L5 17.5zM7.5 6.5h5M7.5 9.5h5M7.5 12.5h3',
  agent: 'M10 12.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM6.5 10.5a5 5 0 0 1 7 0M3.5 7.5a9.2 9.2 0 0 1 13 0M10 16.5v1',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  clock: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM10 6v4.2l3 1.8',
  person: 'M10 3a3.2 3.2 0 1 1 0 6.4A3.2 3.2 0 0 1 10 3zM3.5 17c.6-3.4 3.2-5 6.5-5s5.900 1.600 6.500 5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="p-icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
