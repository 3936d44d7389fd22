import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get } from './client'

export type Status = 'in_progress' | 'completed'
export type Done = { done: number; total: number }
export type Page<Row> = { items: Row[]; next?: string }

export type ProfileRow = {
  id: string
  name?: string
  type?: string
  b2bB2c?: string
  company?: string
  jobTitle?: string
  status: Status
  progress: Done
  lastUpdatedAt: string
}

export type BuyingProcessRow = {
  id: string
  personaName?: string
  profileId?: string
  stages: string[]
  status: Status
  progress: Done
  lastUpdatedAt: string
}

/** A value somewhere in a record's tree. */
export type Value = string | number | boolean | string[] | null
export type Tree = { [key: string]: unknown }

export type Progress = Done & { missing: string[] }

export type ProfileDetail = {
  id: string
  rev: number
  progress: Progress
  customer_profile: Tree & { status: Status; last_updated_at: string; prototype_name?: string }
  additional?: Record<string, Value>
  buyingProcesses: { id: string; personaName?: string }[]
}

export type Stage = { stage_id: string; stage_name: string } & Record<string, string>

export type BuyingProcessDetail = {
  id: string
  rev: number
  progress: Progress
  buying_process_mapping: Tree & {
    status: Status
    last_updated_at: string
    persona_name: string
    buying_stages: Stage[]
    ai_generated_summary?: string
    profile_id?: string
  }
  additional?: Record<string, Value>
}

/** One visible change of a record. */
export type Change = {
  path: string
  from: Value | undefined
  to: Value | undefined
  cause: string
  quote: string | null
  rev: number
  at: string
  eventId: string
}

export type Kind = 'profiles' | 'buying-processes'

type Filter = { q?: string; status?: Status }

const PAGE = 40
const FOUND = 6

function list<Row>(kind: Kind, { q, status }: Filter) {
  return infiniteQueryOptions({
    queryKey: [kind, 'list', q ?? '', status ?? ''],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Row>>(`/api/v1/${kind}`, { query: { q, status, cursor: pageParam, limit: PAGE }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
}

export const profiles = (filter: Filter) => list<ProfileRow>('profiles', filter)
export const buyingProcesses = (filter: Filter) => list<BuyingProcessRow>('buying-processes', filter)

function found<Row>(kind: Kind, q: string) {
  return queryOptions({
    queryKey: [kind, 'found', q],
    enabled: q !== '',
    queryFn: ({ signal }) => get<Page<Row>>(`/api/v1/${kind}`, { query: { q, limit: FOUND }, signal }),
  })
}

export const foundProfiles = (q: string) => found<ProfileRow>('profiles', q)
export const foundBuyingProcesses = (q: string) => found<BuyingProcessRow>('buying-processes', q)

function detail<Record>(kind: Kind, id: string) {
  return queryOptions({
    queryKey: [kind, 'record', id],
    queryFn: ({ signal }) => get<Record>(`/api/v1/${kind}/${id}`, { signal }),
  })
}

export const profile = (id: string) => detail<ProfileDetail>('profiles', id)
export const buyingProcess = (id: string) => detail<BuyingProcessDetail>('buying-processes', id)

export const history = (kind: Kind, id: string) =>
  infiniteQueryOptions({
    queryKey: [kind, 'history', id],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Change>>(`/api/v1/${kind}/${id}/history`, { query: { cursor: pageParam, limit: PAGE }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

/** Where a record, or all of a kind, is to be had as a file. */
export const exportAddress = (kind: Kind, format: string, id?: string) =>
  `/api/v1/${kind}${id === undefined ? '' : `/${id}`}/export?format=${format}`

/** Where a value comes from. */
export type Source = { by?: string; at?: string; confidence?: number; source?: { quote?: string } }

export const provenance = (kind: Kind, id: string, rev: number) =>
  queryOptions({
    queryKey: [kind, 'provenance', id, rev],
    queryFn: ({ signal }) => get<{ fields: Record<string, Source> }>(`/api/v1/${kind}/${id}/provenance`, { signal }),
  })
