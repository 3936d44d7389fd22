import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, put, remove } from './client'
import type { Band } from './lifecycle'
import type { Page } from './records'

/** How an account does, as a row. */
export type HealthRow = {
  account: string
  name: string
  owner?: string
  segment?: string
  /** From 0 to 100; absent while there is too little data. */
  score?: number
  band?: Band
  provisional: boolean
  coverage: number
  change7d?: number
  churn?: { probability: number; basis: 'prior' | 'calibrated' }
  arr?: number
  currency?: string
  renewalOn?: string
  openAlerts: number
  updatedAt: string
}

/** A value the score is made of: what is known of it, and how many points it brings. */
export type Input = {
  input: string
  unit: 'ratio' | 'days' | 'hours' | 'count' | 'points'
  value?: number
  points?: number
  weight: number
  effectiveWeight: number
  contribution: number
  missing: boolean
}

export type Factor = { factor: string; weight: number; score?: number; coverage: number; contribution: number; inputs: Input[] }

export type DayScore = { day: string; score?: number; band?: Band; provisional: boolean }

export type Health = HealthRow & {
  dataStale: boolean
  model: number
  factors: Factor[]
  change?: { since: string; from: number; to: number; inputs: { input: string; points: number }[]; reweighting: number }
  timeline: DayScore[]
  recommendations: { input: string; recoverable: number; text: string }[]
}

export type HealthFilter = { q?: string; band?: Band; owner?: string; segment?: string; sort?: string }
export type SavedView = { name: string; query: string; by: string }

const HEALTH = '/api/v1/health-scores'
const PAGE = 100

export const healthRows = (filter: HealthFilter, limit = PAGE) =>
  infiniteQueryOptions({
    queryKey: ['health', 'list', filter, limit],
    queryFn: ({ pageParam, signal }) => get<Page<HealthRow>>(HEALTH, { query: { ...filter, cursor: pageParam, limit }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

/** @param since a day, such as `2026-03-01`, from which the change is explained */
export const health = (id: string, since: string, days: number) =>
  queryOptions({
    queryKey: ['health', 'one', id, since, days],
    queryFn: ({ signal }) => get<Health>(`${HEALTH}/${encodeURIComponent(id)}`, { query: { since, days }, signal }),
  })

export const savedViews = queryOptions({
  queryKey: ['views'],
  queryFn: async ({ signal }) => (await get<{ items: SavedView[] }>(`${HEALTH}/views`, { signal })).items,
})

export const saveView = (name: string, query: string) => put(`${HEALTH}/views/${encodeURIComponent(name)}`, { query })
export const forgetView = (name: string) => remove(`${HEALTH}/views/${encodeURIComponent(name)}`)
