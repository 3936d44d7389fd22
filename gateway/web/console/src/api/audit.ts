import { infiniteQueryOptions } from '@tanstack/react-query'
import { get } from './client'

export const AUDIT_KINDS = ['sign-in', 'change', 'read'] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]

/** Something somebody did or saw; 403 is an attempt that was refused, 401 a wrong password. */
export type AuditEntry = {
  seq: number
  at: string
  kind: AuditKind
  actor: string
  actorName: string
  via: 'session' | 'token' | 'sign-in'
  method: string
  path: string
  status: number
  changes: string[]
}

type Page = { items: AuditEntry[]; next?: string | null }

export const AUDIT_EXPORT = '/api/v1/audit/export'

/** The trail, the latest first, page by page. */
export const auditTrail = (kind?: AuditKind) =>
  infiniteQueryOptions({
    queryKey: ['audit', kind],
    queryFn: ({ pageParam, signal }) => get<Page>('/api/v1/audit', { query: { kind, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export type Verification = { intact: boolean; entries: number; seal: string; fault?: 'missing' | 'altered' | null }

export const verifyTrail = () => get<Verification>('/api/v1/audit/verify')
