import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, post, put } from './client'
import type { Page } from './records'

/** What is written of a field: `to` is what it is called over there, null when it is not written. */
export type PushField = { name: string; label: string; to?: string | null; proposed?: string | null; score: boolean }

/** A kind of record, what it becomes over there, and whether it is written. `proposedObject` is null where that has no name of its own to give. */
export type PushKind = { kind: string; object: string; proposedObject?: string | null; on: boolean; fields: PushField[] }

/** How writing into another system goes, by itself; off until somebody switches it on. */
export type Push = {
  rev: number
  on: boolean
  kinds: PushKind[]
  /** Whether judgements go along, such as scores. */
  scores: boolean
  counts: { waiting: number; done: number; refused: number }
  running: boolean
  nextAt?: string | null
  lastAt?: string | null
  error?: { code: string; detail: string; at: string } | null
  failures: number
  budget?: { left: number; limit: number } | null
}

/** A record on its way over there, or what became of it. */
export type PushRecord = {
  kind: string
  id: string
  label: string
  state: 'waiting' | 'done' | 'refused'
  url?: string | null
  error?: { code: string; detail: string; fields: string[] } | null
  /** Fields in which what stood over there stayed. */
  kept: string[]
  tries: number
  due?: string | null
  doneAt?: string | null
}

/** Names over there, of tables by kind and of fields by kind and field; an empty field is not written, what is left out is as proposed. */
export type PushText = { rev: number; kinds: string[]; scores: boolean; objects: Record<string, string>; fields: Record<string, Record<string, string>> }

const at = (connection: string, rest = '') => `/api/v1/integrations/connections/${encodeURIComponent(connection)}/push${rest}`
const AGAIN_MS = 10_000

export const push = (connection: string) =>
  queryOptions({ queryKey: ['push', connection], refetchInterval: AGAIN_MS, queryFn: ({ signal }) => get<Push>(at(connection), { signal }) })

export const refusedRecords = (connection: string) =>
  infiniteQueryOptions({
    queryKey: ['push', connection, 'refused'],
    queryFn: ({ pageParam, signal }) => get<Page<PushRecord>>(at(connection, '/records'), { query: { state: 'refused', cursor: pageParam, limit: 20 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const changePush = (connection: string, text: PushText) => put<Push>(at(connection), text)
export const retryRecord = (connection: string, { kind, id }: PushRecord) => post<unknown>(at(connection, `/records/${encodeURIComponent(kind)}/${encodeURIComponent(id)}/retry`))
export const retryAll = (connection: string) => post<{ records: number }>(at(connection, '/retry'))
