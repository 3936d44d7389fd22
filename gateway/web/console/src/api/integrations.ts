import { queryOptions } from '@tanstack/react-query'
import { get, patch, post, remove } from './client'

/** What a system needs to be told before it can be connected. */
export type Setting = {
  name: string
  label: string
  help: string
  input: 'line' | 'lines' | 'address' | 'number' | 'choice'
  required: boolean
  /** Never shown again once it is given. */
  secret: boolean
  initial?: string | null
  choices: string[]
}

/** A system that can be connected, as its page is drawn; the console knows none by name. */
export type Connector = {
  id: string
  name: string
  summary: string
  abilities: string[]
  settings: Setting[]
  feeds: { name: string; label: string; kind: string }[]
  /** What to do over there first. */
  steps: string[]
  /** What whoever connects agrees to. */
  terms: string[]
  limits: string[]
}

export type FeedProgress = {
  feed: string
  backfilling: boolean
  seen: number
  added: number
  changed: number
  deleted: number
  total?: number | null
  caughtUpAt?: string | null
}

export type Sync = {
  backfilling: boolean
  nextAt: string
  lastSyncAt?: string | null
  error?: { code: string; detail: string; at: string } | null
  failures: number
  budget?: { left: number; limit: number } | null
  feeds: FeedProgress[]
}

export type Connection = {
  id: string
  connector: string
  name: string
  state: 'active' | 'paused' | 'failing'
  trouble?: { code: string; detail: string } | null
  settings: Record<string, string>
  /** The names of the settings that are kept and not shown. */
  secrets: string[]
  sync?: Sync | null
  createdAt: string
  changedAt: string
  rev: number
}

/** A name for people and the settings; a secret that is not given stays as it is. */
export type Given = { name?: string; settings: Record<string, string> }

const ALL = '/api/v1/integrations'
const one = (id: string, rest = '') => `${ALL}/connections/${encodeURIComponent(id)}${rest}`

export const FEED = `${ALL}/feed`

export const connectors = queryOptions({
  queryKey: ['connectors'],
  staleTime: 10 * 60_000,
  queryFn: async ({ signal }) => (await get<{ items: Connector[] }>(ALL, { signal })).items,
})

export const connections = queryOptions({
  queryKey: ['connections', 'list'],
  queryFn: async ({ signal }) => (await get<{ items: Connection[] }>(`${ALL}/connections`, { signal })).items,
})

export const connect = (connector: string, given: Given) => post<Connection>(`${ALL}/${encodeURIComponent(connector)}/connections`, given)
export const changeConnection = (id: string, given: Given) => patch<Connection>(one(id), given)
export const testConnection = (id: string) => post<{ found: string }>(one(id, '/test'))
export const turnConnection = (id: string, on: boolean) => post<Connection>(one(id, on ? '/resume' : '/pause'))
/** Reads at once; the answer is empty. */
export const syncConnection = (id: string) => post<unknown>(one(id, '/sync'))
export const disconnect = (id: string) => remove(one(id))
