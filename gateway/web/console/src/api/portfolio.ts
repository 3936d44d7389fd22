import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get } from './client'
import type { CohortBy } from './cohortKinds'
import type { Band } from './lifecycle'

/** Accounts taken together: how many are in each band, what they pay, how they do. */
export type Group = {
  name: string
  accounts: number
  scored: number
  bands: Partial<Record<Band, number>>
  revenue: Record<string, number>
  meanScore: number | null
  meanChurn: number | null
}

export type RiskRow = {
  account: string
  name: string
  score: number | null
  band: Band | null
  /** From 0 to 1, within 90 days. */
  churn: number
  revenue: number
  currency: string
  expectedLoss: number
  renewalOn: string | null
}

export type Risk = { expectedLoss: Record<string, number>; atRisk: Record<string, number>; basis: 'prior' | 'calibrated' | null; rows: RiskRow[] }

export type Trend = { points: { day: string; score: number }[]; forecast: { day: string; score: number; low: number; high: number }[] }

/** A number over all accounts, with how it is reckoned. */
export type Metric = { metric: string; value: number | null; unit: 'points' | 'days' | 'ratio'; formula: string; currency: string | null; rows: number }
export type MetricRow = { account: string; name: string; parts: Record<string, number> }

const REPORTS = '/api/v1/reports'
const PAGE = 50

export const portfolio = queryOptions({ queryKey: ['reports', 'portfolio'], queryFn: ({ signal }) => get<Group>(`${REPORTS}/portfolio`, { signal }) })

export const cohorts = (by: CohortBy) =>
  queryOptions({ queryKey: ['reports', 'cohorts', by], queryFn: async ({ signal }) => (await get<{ groups: Group[] }>(`${REPORTS}/cohorts`, { query: { by }, signal })).groups })

export const portfolioTrend = (days: number) =>
  queryOptions({ queryKey: ['reports', 'trend', days], queryFn: ({ signal }) => get<Trend>(`${REPORTS}/trend`, { query: { days }, signal }) })

export const risk = (limit: number) => queryOptions({ queryKey: ['reports', 'risk', limit], queryFn: ({ signal }) => get<Risk>(`${REPORTS}/risk`, { query: { limit }, signal }) })

export const metrics = queryOptions({
  queryKey: ['reports', 'metrics'],
  queryFn: async ({ signal }) => (await get<{ metrics: Metric[] }>(`${REPORTS}/metrics`, { signal })).metrics,
})

/** The rows a metric is made of, in the order of the accounts' ids. */
export const metricRows = (metric: string) =>
  infiniteQueryOptions({
    queryKey: ['reports', 'metric', metric],
    queryFn: async ({ pageParam, signal }) => (await get<{ rows: MetricRow[] }>(`${REPORTS}/metrics/${metric}`, { query: { after: pageParam, limit: PAGE }, signal })).rows,
    initialPageParam: '',
    getNextPageParam: (rows) => (rows.length < PAGE ? undefined : rows.at(-1)?.account),
  })
