const PATHS = {
  alert: 'M12 8v5m0 3.5v.01M10.3 3.9 2.4 17.5A2 2 0 0 0 4.1 20.5h15.8a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0Z',
  arrow: 'M5 12h14m-6-6 6 6-6 6',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  chevron: 'm9 6 6 6-6 6',
  close: 'M6 6l12 12M18 6 6 18',
  cloudOff: 'M3 3l18 18M8.5 8.2A5 5 0 0 0 7 18h10.5m3-2.2A4 4 0 0 0 17.5 10h-.8a6 6 0 0 0-4.5-4',
  down: 'm6 9 6 6 6-6',
  download: 'M12 4v11m-5-5 5 5 5-5M5 20h14',
  plus: 'M12 5v14M5 12h14',
  quote: 'M5 12h5v6H5v-6Zm0 0c0-3 1.5-5 4-6m5 6h5v6h-5v-6Zm0 0c0-3 1.5-5 4-6',
  send: 'M4.5 12h14m-6-6.5 6.5 6.5-6.5 6.5',
  spark: 'M12 4l1.8 5.2L19 11l-5.2 1.8L12 18l-1.8-5.2L5 11l5.2-1.8L12 4Z',
  trash: 'M5 7h14M10 7V5h4v2m-7 0 1 12h8l1-12',
  undo: 'M9 7 4.5 11.5 9 16m-4-4.5h9a5 5 0 0 1 0 10h-2',
  up: 'm6 15 6-6 6 6',
  user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8.5a7.5 7.5 0 0 1 15 0',
} as const

/** A picture beside words, or inside a button that has a name of its own. */
export function Icon({ name, className = 'size-4' }: { name: keyof typeof PATHS; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`shrink-0 ${className}`}
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
