import { cn } from './cn'

/** Line drawings on a 24 by 24 grid, all of one stroke. */
const PATHS = {
  profiles: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20a7.5 7.5 0 0 1 15 0',
  map: 'M4 6h6v5H4zM14 13h6v5h-6zM10 8.5h4.5a2.5 2.5 0 0 1 2.5 2.5v2',
  plus: 'M12 5v14M5 12h14',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.3 15.3 20 20',
  close: 'm6 6 12 12M18 6 6 18',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  chevronDown: 'm6 9 6 6 6-6',
  chevronEnd: 'm9 6 6 6-6 6',
  arrowStart: 'M19 12H5M11 6l-6 6 6 6',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z',
  screen: 'M4 5h16v11H4zM9 20h6M12 16v4',
  globe: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM3.5 12h17M12 3.5c2.5 2.5 3.5 5.5 3.5 8.5s-1 6-3.5 8.5c-2.5-2.5-3.5-5.5-3.5-8.5s1-6 3.5-8.5Z',
  keyboard: 'M3 7h18v10H3zM7 10.5h.01M11 10.5h.01M15 10.5h.01M8 13.5h8',
  signOut: 'M14 4h5v16h-5M4 12h11M11 8l4 4-4 4',
  edit: 'M4 20h4L19.5 8.5l-4-4L4 16zM13.5 6.5l4 4',
  history: 'M4 12a8 8 0 1 0 2.5-5.8L4 8.5M4 4v4.5h4.5M12 8v4.5l3 2',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  warning: 'M12 4 2.5 20h19zM12 10v4.5M12 17.2h.01',
  offline: 'M3 9a14 14 0 0 1 4-2.6M21 9a14 14 0 0 0-9-3.5M6 13a9 9 0 0 1 3.5-2M18 13a9 9 0 0 0-2-1.4M9 16.5a4.5 4.5 0 0 1 6 0M12 20h.01M4 3l16 18',
  menu: 'M4 7h16M4 12h16M4 17h16',
  code: 'm8 8-4 4 4 4M16 8l4 4-4 4M14 5l-4 14',
  user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20a7.5 7.5 0 0 1 15 0',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',

  lead: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 12h.01',
  chat: 'M4 5h16v11H9.5L5 20v-4H4zM8.5 9h7M8.5 12h4.5',
  people: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 19.5a6.5 6.5 0 0 1 13 0M16 4.4a3.5 3.5 0 0 1 0 6.2M18 14a6.5 6.5 0 0 1 3.5 5.5',
  funnel: 'M4 5h16M6.5 10h11M9 15h6M11 20h2',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  key: 'M8 16.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 12.5h9.5M18 12.5V16M21 12.5V15',
  send: 'M4 12h15M13 6l6 6-6 6',
  trash: 'M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13',
  tasks: 'M9 6h11M9 12h11M9 18h11M3.5 6l1.2 1.2L7 5M3.5 12l1.2 1.2L7 11M3.5 18l1.2 1.2L7 17',
  bolt: 'M13 3 5 13.5h6L10.5 21 19 10.5h-6z',
  plug: 'M9 3v5M15 3v5M6.5 8h11v3.5a5.5 5.5 0 0 1-11 0zM12 17v4',
  company: 'M4 20V5h10v15M14 10h6v10M2.5 20h19M7.5 9h3M7.5 12.5h3M7.5 16h3M17 13.5h.01M17 16.5h.01',
  pulse: 'M3 12h4l2.5-6 5 12 2.5-6h4',
  bell: 'M6 16.5V11a6 6 0 1 1 12 0v5.5l1.5 2h-15zM10 20.5a2 2 0 0 0 4 0',
  chart: 'M4 4v16h16M8 16v-4M12 16V8M16 16v-6',
  bookmark: 'M7 4h10v16l-5-4-5 4z',
  upload: 'M12 16V5M7 9.5l5-5 5 5M5 20h14',
  phone: 'M5 4h4l1.5 5-2.5 1.5a11 11 0 0 0 5.5 5.5L15 13.5l5 1.5v4a1.5 1.5 0 0 1-1.6 1.5A15.5 15.5 0 0 1 3.5 5.6 1.5 1.5 0 0 1 5 4Z',
  mail: 'M3.5 6h17v12h-17zM4 6.5l8 6.5 8-6.5',
  ticket: 'M4 8a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v2a2 2 0 0 0 0 4v2a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-2a2 2 0 0 0 0-4ZM14 6v12',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3.5V7M16 3.5V7',
  settings: 'M4 7h9M17 7h3M15 5v4M4 12h3M11 12h9M9 10v4M4 17h9M17 17h3M15 15v4',
  quote: 'M9 7H5v6h4v-2c0 2-1 4-3 5M19 7h-4v6h4v-2c0 2-1 4-3 5',
} as const

export type IconName = keyof typeof PATHS

const MIRRORED: IconName[] = ['send', 'chat', 'chevronEnd', 'arrowStart', 'signOut', 'quote', 'map']

/** A drawing that says nothing by itself: put a text or a label beside it. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={cn('size-[1.15em] shrink-0', MIRRORED.includes(name) && 'rtl:-scale-x-100', className)}
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
