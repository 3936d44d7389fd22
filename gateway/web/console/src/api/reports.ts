import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get } from './client'

type Counts = { asked: number; answered: number; skipped: number; unknown: number; abandoned: number; corrected: number }

export type FunnelField = Counts & { path: string; sessions: number; medianSeconds: number | null }

export type FunnelPhase = Counts & {
  phase: string
  reached: number
  completed: number
  medianSeconds: number | null
  fields: FunnelField[]
}

/** How far sessions of a flow came, and where they were left. */
export type Funnel = {
  flow: string
  from: string
  to: string
  sessions: { started: number; completed: number; abandoned: number; open: number; medianMinutes: number | null }
  phases: FunnelPhase[]
}

export const funnel = (flow: string, days: number, today = new Date()) => {
  const from = new Date(today.getTime() - (days - 1) * 24 * 60 * 60_000).toISOString().slice(0, 10)
  return queryOptions({
    queryKey: ['reports', 'funnel', flow, from],
    enabled: flow !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<Funnel>('/api/v1/reports/funnel', { query: { flow, from }, signal }),
  })
}
