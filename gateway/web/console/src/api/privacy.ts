import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, post, put } from './client'
import type { Page } from './records'

/** By what somebody can be found. */
export const NAMED_BY = ['email', 'person', 'contact', 'visitor', 'conversation'] as const
export type NamedBy = (typeof NAMED_BY)[number]
export type Whom = { [by in NamedBy]?: string }

/** The ids somebody is known by. */
export type FoundSubject = { people: string[]; visitors: string[]; conversations: string[]; contacts: string[]; emails: string[] }

/** An erasure, or a copy that is put together; every service does its part of it. */
export type PrivacyRequest = {
  id: string
  state: 'running' | 'done'
  reason: string
  askedBy: string
  askedByName: string
  askedAt: string
  doneAt?: string
  services: { service: string; state: 'waiting' | 'done'; at?: string; stores: { store: string; documents: number }[] }[]
}

export type RequestKind = 'erasures' | 'archives'

/** What was erased where and when, and the same signed, so that it can be checked later. */
export type SignedReceipt = { receipt: Record<string, unknown>; jws: string }

const PRIVACY = '/api/v1/privacy'
const PAGE = 20
const AGAIN_MS = 3_000
const one = (kind: RequestKind, id: string, what: string) => `${PRIVACY}/${kind}/${encodeURIComponent(id)}/${what}`

export const privacyRequests = (kind: RequestKind) =>
  infiniteQueryOptions({
    queryKey: ['privacy', kind],
    queryFn: ({ pageParam, signal }) => get<Page<PrivacyRequest>>(`${PRIVACY}/${kind}`, { query: { cursor: pageParam, limit: PAGE }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(({ state }) => state === 'running')) ? AGAIN_MS : false),
  })

/** Whom a request would be about; nothing is changed. */
export const findSubject = (whom: Whom) => post<FoundSubject>(`${PRIVACY}/subjects`, whom)
export const erase = (whom: Whom, reason: string) => post<PrivacyRequest>(`${PRIVACY}/erasures`, { ...whom, reason })
export const putTogether = (whom: Whom) => post<PrivacyRequest>(`${PRIVACY}/archives`, whom)
export const archiveFile = (id: string) => one('archives', id, 'file')
export const receiptOf = (id: string) => get<SignedReceipt>(one('erasures', id, 'receipt'))
export const verifyReceipt = (jws: string) => post<{ valid: boolean; receipt?: { id: string; askedAt: string; doneAt: string } }>(`${PRIVACY}/receipts/verify`, { jws })

/** What may have a term: conversations of visitors nobody knows, people, interviews that were never finished. */
export const RETENTION_KINDS = ['visitors', 'people', 'interviews'] as const
export type RetentionKind = (typeof RETENTION_KINDS)[number]

/** After how many days of silence a kind goes; without days it is kept. */
export type RetentionRule = { kind: RetentionKind; days?: number }
export type Retention = { rev: number; kinds: RetentionRule[]; last?: { at: string; request?: string; kinds: { kind: RetentionKind; count: number }[] } }
export type Outlook = { kind: RetentionKind; days?: number; count: number; oldest?: string; newest?: string }

export const retention = queryOptions({
  queryKey: ['privacy', 'retention'],
  queryFn: ({ signal }) => get<Retention>(`${PRIVACY}/retention`, { signal }),
})

export const setRetention = (rev: number, kinds: RetentionRule[]) => put<Retention>(`${PRIVACY}/retention`, { rev, kinds })

/** What would go now; nothing is changed. */
export const tryRetention = async (kinds: RetentionRule[]) => (await post<{ kinds: Outlook[] }>(`${PRIVACY}/retention/dry-run`, { kinds })).kinds
