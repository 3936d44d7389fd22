import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, patch, post } from './client'
import type { Page } from './records'

export type PersonRow = {
  id: string
  name?: string
  email?: string
  company?: string
  role?: string
  persona?: string
  buyingReadiness?: string
  lastSeen?: string
  lastUpdatedAt: string
}

/** A value of a person's and where it comes from. */
export type Leaf = {
  value: unknown
  source: { system: string; recordId?: string; quote?: string }
  by: string
  at: string
  confidence: number
  locked: boolean
  undoable: boolean
}

export type PersonDetail = {
  id: string
  rev: number
  leaves: Record<string, Leaf>
  undoable: string[]
  conversations: string[]
  merged: { id: string; name?: string; at: string }[]
  lastUpdatedAt: string
}

export type PersonField = { path: string; label: string; section: string; type: string; options?: string[]; editable: boolean }
export type PersonFields = { sections: string[]; items: PersonField[] }

export type PersonChange = { path: string; from?: unknown; to?: unknown; cause: string; by?: string; actor?: string; quote?: string; rev: number; at: string }

export type Suggestion = { id: string; name?: string; email?: string; company?: string; reasons: string[] }
export type MergeSide = { path: string; here?: Leaf; there?: Leaf; after?: Leaf; conflict: boolean }

const PEOPLE = '/api/v1/people'
const PAGE = 40
const at = (id: string, rest = '') => `${PEOPLE}/${encodeURIComponent(id)}${rest}`

export const people = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['people', 'list', q],
    queryFn: ({ pageParam, signal }) => get<Page<PersonRow>>(PEOPLE, { query: { q, cursor: pageParam, limit: PAGE }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

export const person = (id: string) => queryOptions({ queryKey: ['people', 'one', id], queryFn: ({ signal }) => get<PersonDetail>(at(id), { signal }) })

export const personFields = queryOptions({
  queryKey: ['people-fields'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => get<PersonFields>(`${PEOPLE}/fields`, { signal }),
})

export const personHistory = (id: string, path?: string) =>
  infiniteQueryOptions({
    queryKey: ['people', 'history', id, path ?? ''],
    queryFn: ({ pageParam, signal }) => get<Page<PersonChange>>(at(id, '/history'), { query: { path, cursor: pageParam, limit: PAGE }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

export const suggestions = (id: string) =>
  queryOptions({
    queryKey: ['people', 'suggestions', id],
    queryFn: async ({ signal }) => (await get<{ items: Suggestion[] }>(at(id, '/suggestions'), { signal })).items,
  })

export type EditResult = { path: string; outcome: 'applied' | 'unchanged' | 'conflict' | 'rejected'; code?: string }

export const editLeaf = async (id: string, path: string, value: unknown, baseRev: number): Promise<EditResult | undefined> =>
  (await patch<{ results: EditResult[] }>(at(id, '/fields'), { edits: [{ mutationId: crypto.randomUUID(), path, value, baseRev }] })).results[0]

export const decideLeaf = (id: string, path: string, what: 'lock' | 'unlock' | 'undo') => post(at(id, `/${what}`), { path })

/** How it stands with a purpose; where nothing was said it is assumed, or would be needed first. */
export type Consent = { purpose: string; state: 'granted' | 'withdrawn' | 'assumed' | 'needed'; allowed: boolean; text?: string; at?: string }

/** A line of the ledger: what somebody agreed to or took back, and how we know. */
export type ConsentLine = { id: string; purpose: string; granted: boolean; text?: string; source: string; where?: string; by: string; name?: string; at: string }

export const consents = (id: string) =>
  queryOptions({
    queryKey: ['people', 'consents', id],
    queryFn: ({ signal }) => get<{ current: Consent[]; items: ConsentLine[] }>(at(id, '/consents'), { signal }),
  })

export type SaidConsent = { id: string; purpose: string; granted: boolean; text?: string }

export const recordConsent = (id: string, said: SaidConsent) => post(at(id, '/consents'), said)

export const previewMerge = (id: string, other: string) =>
  queryOptions({
    queryKey: ['people', 'preview', id, other],
    queryFn: async () => (await post<{ leaves: MergeSide[] }>(at(id, '/merge/preview'), { other })).leaves,
  })

export const mergePeople = (id: string, other: string) => post(at(id, '/merge'), { other })
export const unmergePeople = (id: string, other: string) => post(at(id, '/unmerge'), { other })
