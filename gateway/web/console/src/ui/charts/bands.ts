import type { Band } from '@/api/lifecycle'

/** Where each band of a score begins; it ends where the one before begins. */
export const BAND_FROM: readonly { band: Band; from: number; to: number }[] = [
  { band: 'excellent', from: 80, to: 100 },
  { band: 'good', from: 60, to: 80 },
  { band: 'at-risk', from: 40, to: 60 },
  { band: 'critical', from: 0, to: 40 },
]

/** The band of a score that is not rounded; a limit belongs to the band above it. */
export const bandOf = (score: number): Band => BAND_FROM.find(({ from }) => score >= from)?.band ?? 'critical'

/** A score with one digit, rounded down: 79.97 is good, and shall not look like the excellent 80. */
export const shownScore = (score: number) => Math.floor(score * 10) / 10

/** What a band is drawn in. Its name stands beside it: colour says nothing alone. */
export const BAND_FILL: Record<Band, string> = {
  excellent: 'fill-accent',
  good: 'fill-accent/55',
  'at-risk': 'fill-amber',
  critical: 'fill-danger',
}

export const BAND_GROUND: Record<Band, string> = {
  excellent: 'bg-accent',
  good: 'bg-accent/55',
  'at-risk': 'bg-amber',
  critical: 'bg-danger',
}
