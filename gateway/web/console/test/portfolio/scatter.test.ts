import { expect, it } from 'vitest'
import type { RiskRow } from '@/api/portfolio'
import { spots } from '@/pages/portfolio/model/scatter'
import { portfolioSearch } from '@/pages/portfolio/search'

const row = (change: Partial<RiskRow>): RiskRow => ({
  account: 'a', name: 'Acme', score: 50, band: 'at-risk', churn: 0.1, revenue: 100, currency: 'EUR', expectedLoss: 10, renewalOn: '2026-12-01', ...change,
})
const today = new Date(2026, 10, 22, 23, 30)

it('places accounts by days to their renewal, the nearest first', () => {
  const all = spots([row({ account: 'far', renewalOn: '2029-01-01' }), row({ account: 'near' }), row({ account: 'late', renewalOn: '2026-11-01' })], today)
  expect(all.map(({ row, days }) => [row.account, days])).toEqual([['late', 0], ['near', 9], ['far', 365]])
})

it('draws an area as large as the revenue, within a currency', () => {
  const [small, large, other] = ['s', 'l', 'o'].map((account) =>
    spots([row({ account: 's', revenue: 25 }), row({ account: 'l', revenue: 100 }), row({ account: 'o', revenue: 1, currency: 'JPY' })], today).find((spot) => spot.row.account === account),
  )
  expect((large?.radius ?? 0) / (small?.radius ?? 1)).toBeCloseTo(2)
  expect(other?.radius).toBe(large?.radius)
})

it('leaves out what has no score or no renewal', () => {
  expect(spots([row({ score: null }), row({ renewalOn: null })], today)).toEqual([])
})

it('takes from an address what there is', () => {
  expect(portfolioSearch({ tab: 'trend', days: 365, by: 'moon', metric: '../evil' })).toEqual({ tab: 'trend', days: '365' })
})
