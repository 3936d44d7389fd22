import type { RiskRow } from '@/api/portfolio'
import { daysUntil } from '../../accounts/model/contracts'

/** An account in the plane of days to its renewal and its score; the larger its area, the more it pays. */
export type Spot = { row: RiskRow; days: number; score: number; radius: number }

const [SMALLEST, LARGEST] = [4, 22]
const FURTHEST = 365

/** Those with a score and a day of renewal, by that day; what is more than a year away stands at a year. */
export function spots(rows: readonly RiskRow[], today: Date): Spot[] {
  const most = new Map<string, number>()
  for (const { currency, revenue } of rows) most.set(currency, Math.max(most.get(currency) ?? 0, revenue))
  return rows
    .flatMap((row): Spot[] => {
      if (row.score == null || row.renewalOn == null) return []
      const share = row.revenue / (most.get(row.currency) || 1)
      const days = Math.min(FURTHEST, Math.max(0, daysUntil(row.renewalOn, today)))
      return [{ row, days, score: row.score, radius: Math.max(SMALLEST, LARGEST * Math.sqrt(share)) }]
    })
    .sort((one, other) => one.days - other.days || one.score - other.score)
}
