import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { LeadStatus } from './leadStatus'
import { get, patch, post } from './client'
import type { Page } from './records'

/** Somebody who may buy, as a row. */
export type LeadRow = {
  id: string
  rev: number
  email: string
  name: string | null
  company: string | null
  site: string
  status: LeadStatus
  open: boolean
  owner: string | null
  points: number
  grade: string
  /** From 0 to 1. */
  conversionProbability: number
  persona: { id: string; name: string; confidence: number } | null
  nextBestAction: string | null
  openedAt: string
  lastActivityAt: string
}

/** What a score is made of: base and parts add up to the points. */
export type ScorePart = { feature: string; bin: string; side: 'fit' | 'intent'; points: number; evidence: string | null }

export type LeadScore = {
  points: number
  base: number
  fit: number
  intent: number
  grade: string
  conversionProbability: number
  calibrated: boolean
  at: string
  parts: ScorePart[]
}

export type Said = { value: unknown; quote: string | null }

export type Lead = LeadRow & {
  score: LeadScore | null
  personaEvidence: { quote: string; weight: number; source?: string }[]
  facts: { path: string; value: unknown; quote: string | null; at: string }[]
  /** What the site of their company is made with, where it was read. */
  technologies: { name: string; category: string; evidence: string; page: string }[]
  signals: { type: string; strength: number; quote?: string; lastAt: string }[]
  bant: Partial<Record<'budget' | 'authority' | 'need' | 'timeline', Said>>
  icp: { match: number | null; coverage: number; criteria: { field: string; wanted: string; found: string | null; met: boolean | null; weight: number }[] }
  competitors: { name: string; stance: string; quote: string }[]
  recommendations: { input: string; text: string; points: number }[]
  conversations: string[]
  closing: { outcome: 'won' | 'lost'; at: string; value: string | null; reason: string | null } | null
}

export type LeadFilter = { grade?: 'A' | 'B' | 'C' | 'D'; status?: LeadStatus; open?: boolean }

const PAGE = 40
const one = (id: string) => `/api/v1/leads/${encodeURIComponent(id)}`

export const leads = (filter: LeadFilter) =>
  infiniteQueryOptions({
    queryKey: ['leads', 'list', filter.grade ?? '', filter.status ?? '', filter.open ?? ''],
    queryFn: ({ pageParam, signal }) => get<Page<LeadRow>>('/api/v1/leads', { query: { ...filter, cursor: pageParam, limit: PAGE }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

export const lead = (id: string) => queryOptions({ queryKey: ['leads', 'one', id], queryFn: ({ signal }) => get<Lead>(one(id), { signal }) })

export const changeLead = (id: string, change: { rev: number; owner?: string; status?: LeadStatus }) => patch<Lead>(one(id), change)

export type Outcome = { outcome: 'won' | 'lost'; value?: string; reason?: string }
export const closeLead = (id: string, outcome: Outcome) => post<Lead>(`${one(id)}/outcome`, outcome)
