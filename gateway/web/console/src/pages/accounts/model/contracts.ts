import type { Contract } from '@/api/accounts'

/** What active contracts bring a year, by currency, and the first day one of them ends. */
export function renewal(contracts: readonly Contract[]): { revenue: [string, number][]; next: string | undefined } {
  const active = contracts.filter(({ terms }) => terms.status === 'active')
  const revenue = new Map<string, number>()
  for (const { terms } of active) revenue.set(terms.currency, (revenue.get(terms.currency) ?? 0) + terms.annualRecurringRevenue)
  return { revenue: [...revenue], next: active.map(({ terms }) => terms.endsOn).sort()[0] }
}

/** Whole days from today until a day such as `2027-01-31`; negative when it is past. */
export function daysUntil(day: string, now: Date): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())
  return Math.round((Date.parse(`${day}T00:00:00Z`) - today) / (24 * 60 * 60_000))
}
