import type { Alert } from '@/api/alerts'

/** A cause in words, with the figures it speaks of; competitors are causes by their own names. */
export type Cause = { key: string; values: Record<string, number> } | { name: string }

const CAUSES: Record<string, string> = {
  'ten-points-in-seven-days': 'ten',
  'band-down': 'band',
  'dropped-again': 'again',
  'fewer-interactions': 'fewer',
  silence: 'silence',
  'usage-growth': 'growth',
  'seats-used': 'seats',
  'health-below-good': 'health',
  'no-executive-touch': 'executive',
  'no-renewal-deal': 'deal',
  '120-days': 'days',
  '90-days': 'days',
  '60-days': 'days',
  '30-days': 'days',
}

/** Why an alert was raised. Days before a renewal are said once, as the days that are left now. */
export function causesOf({ type, causes, figures }: Pick<Alert, 'type' | 'causes' | 'figures'>): Cause[] {
  const said = new Set<string>()
  const found: Cause[] = []
  for (const cause of causes) {
    const key = type === 'competitive-threat' ? undefined : CAUSES[cause]
    if (key !== undefined && said.has(key)) continue
    if (key !== undefined) said.add(key)
    found.push(key === undefined ? { name: cause } : { key, values: valuesOf(key, figures) })
  }
  return found
}

function valuesOf(key: string, figures: Record<string, number>): Record<string, number> {
  const rounded = (name: string) => Math.round((figures[name] ?? 0) * 10) / 10
  switch (key) {
    case 'ten':
    case 'again':
    case 'band':
      return { score: rounded('score'), was: rounded('was') }
    case 'silence':
      return { days: Math.round(figures['silent-days'] ?? 0) }
    case 'growth':
      return { percent: Math.round((figures['usage-growth'] ?? 0) * 100) }
    case 'seats':
      return { percent: Math.round((figures['seats-used'] ?? 0) * 100) }
    case 'days':
      return { days: Math.round(figures.days ?? 0) }
    default:
      return {}
  }
}
