import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, patch, post, put, remove } from './client'
import type { Stage } from './lifecycle'
import type { Page } from './records'

export type Standing = { stage: Stage; step: string; churnRisk?: string }

/** A company, as a row. */
export type AccountRow = {
  id: string
  name: string
  domain?: string
  industry?: string
  segment?: string
  owner?: string
  standing: Standing
  archived: boolean
  contacts: number
  openDeals: number
  /** Of its active contracts, whatever their currencies. */
  arr: number
  /** Absent where the contracts have several. */
  currency?: string
  renewsOn?: string
  lastTouchAt?: string
  changedAt: string
}

export type AccountFields = {
  name: string
  domain?: string
  website?: string
  industry?: string
  segment?: string
  employees?: number
  annualRevenue?: number
  currency?: string
  country?: string
  city?: string
  description?: string
  owner?: string
  technologies: string[]
  competitors: string[]
  tags: string[]
}

/** Where a value comes from. */
export type Source = { system: string; by?: string; at: string }

export type Account = {
  id: string
  rev: number
  details: AccountFields
  standing: Standing
  customerSince?: string
  source: string
  archived: boolean
  createdAt: string
  changedAt: string
  sources: Record<string, Source>
}

export type ContactFields = {
  name: string
  email?: string
  phone?: string
  title?: string
  department?: string
  level?: string
  roles: string[]
  influences: { contact: string; strength: number }[]
  ourExecutive?: string
  linkedin?: string
  notes?: string
}

export type Contact = { id: string; rev: number; details: ContactFields; person?: string; leftAt?: string }

export type DealFields = {
  name: string
  kind: string
  amount?: number
  currency?: string
  closesOn?: string
  contract?: string
  owner?: string
  contacts: string[]
  competitors: string[]
  pain?: string
  nextStep?: string
}

export type Visit = { stage: string; since: string; by: string; reason?: string }
export type Deal = { id: string; rev: number; details: DealFields; visits: Visit[]; slips: number }

export type Terms = {
  startsOn: string
  endsOn: string
  annualRecurringRevenue: number
  currency: string
  seats?: number
  plannedDaysToValue?: number
  status: string
  renewalOf?: string
}
export type Contract = { id: string; rev: number; terms: Terms }
export type Goal = { goal: string; name: string; dueOn: string; metOn?: string }

/** What follows from all that is known of an account. */
export type Insight = {
  champion?: { contact: string; strength: number; recency: number; initiative: number; reach: number; sentiment?: number }
  threads: { inTouch: number; departments: Record<string, number>; levels: Record<string, number>; gaps: { of: string; name: string; known: number }[] }
  sentiment?: number
  alignment: { executives: number; lastTouchAt?: string; aligned: boolean }
  completeness: { share: number; missing: string[] }
  freshness: { lastTouchAt?: string; value: number; stale: string[] }
  deals: { deal: string; stage: string; ageDays: number; daysInStage: number; daysPerStage: Record<string, number>; slips: number; overdue: boolean }[]
}

export type AccountDetail = { account: Account; insight: Insight; contacts: Contact[]; deals: Deal[]; contracts: Contract[]; goals: Goal[] }

export type InteractionFields = {
  source: string
  externalId: string
  channel: string
  at: string
  direction: 'inbound' | 'outbound'
  contacts: string[]
  ourPeople: string[]
  ourExecutive: boolean
  sentiment?: number
  subject?: string
  summary?: string
  outcome?: string
  nextStep?: string
  link?: string
  competitors: { name: string; confidence: number; external: boolean }[]
}
export type Interaction = { account: string; interaction: { id: string; details: InteractionFields } }

export type Ticket = { ticket: string; priority: string; openedAt: string; resolvedAt?: string; slaHours?: number; csat?: number; subject?: string }

/** One write of an account, and what it changed. */
export type Written = {
  rev: number
  at: string
  by: string
  system: string
  changes: { kind: string; id: string; reason?: string; edits: { path: string; from?: unknown; to?: unknown }[] }[]
}

export type AccountSort = 'name' | 'arr' | 'renewsOn' | 'lastTouchAt' | 'changedAt'
export type AccountFilter = { q?: string; stage?: Stage; risk?: boolean; owner?: string; archived?: boolean; sort?: string }

const ACCOUNTS = '/api/v1/accounts'
/** Rows are few on a screen, but fetching them should not be seen. */
const PAGE = 100
const SHORT_PAGE = 40
const at = (id: string, rest = '') => `${ACCOUNTS}/${encodeURIComponent(id)}${rest}`

export const accounts = (filter: AccountFilter) =>
  infiniteQueryOptions({
    queryKey: ['accounts', 'list', filter],
    queryFn: ({ pageParam, signal }) => get<Page<AccountRow>>(ACCOUNTS, { query: { ...filter, cursor: pageParam, limit: PAGE }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

export const foundAccounts = (q: string) =>
  queryOptions({
    queryKey: ['accounts', 'found', q],
    enabled: q !== '',
    queryFn: ({ signal }) => get<Page<AccountRow>>(ACCOUNTS, { query: { q, limit: 6 }, signal }),
  })

export const account = (id: string) =>
  queryOptions({ queryKey: ['accounts', 'one', id], queryFn: ({ signal }) => get<AccountDetail>(at(id), { signal }) })

export const createAccount = (details: Partial<AccountFields>) => post<AccountDetail>(ACCOUNTS, { details })
export const editAccount = (id: string, rev: number, changes: Record<string, unknown>) => patch<AccountDetail>(at(id), { rev, changes })
export const moveAccount = (id: string, to: Standing & { rev?: number; reason?: string }) => post<AccountDetail>(at(id, '/lifecycle'), to)
export const archiveAccount = (id: string) => remove<AccountDetail>(at(id))
export const restoreAccount = (id: string) => post<AccountDetail>(at(id, '/restore'))

export const accountHistory = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['accounts', 'history', id],
    queryFn: ({ pageParam, signal }) => get<Written[]>(at(id, '/history'), { query: { before: pageParam, limit: SHORT_PAGE }, signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.length < SHORT_PAGE ? undefined : page.at(-1)?.rev),
  })

export const addContact = (id: string, details: Partial<ContactFields>) => post(`/api/v1/contacts`, { account: id, details })
export const editContact = (contact: Contact, changes: Record<string, unknown>) =>
  patch(`/api/v1/contacts/${encodeURIComponent(contact.id)}`, { rev: contact.rev, changes })
export const contactLeaves = (id: string) => post(`/api/v1/contacts/${encodeURIComponent(id)}/leave`, {})
export const contactReturns = (id: string) => post(`/api/v1/contacts/${encodeURIComponent(id)}/return`)

export const addDeal = (id: string, details: Partial<DealFields>) => post(`/api/v1/deals`, { account: id, details })
export const editDeal = (deal: Deal, changes: Record<string, unknown>) => patch(`/api/v1/deals/${encodeURIComponent(deal.id)}`, { rev: deal.rev, changes })
export const moveDeal = (id: string, stage: string, reason?: string) =>
  post(`/api/v1/deals/${encodeURIComponent(id)}/stage`, { stage, ...(reason && { reason }) })

export const keepContract = (id: string, contract: string, terms: Partial<Terms>, rev?: number) =>
  put<Contract>(at(id, `/contracts/${encodeURIComponent(contract)}`), { terms, ...(rev !== undefined && { rev }) })

export type TimelineFilter = { channel?: string; contact?: string; q?: string; from?: string; to?: string }

export const interactions = (id: string, filter: TimelineFilter) =>
  infiniteQueryOptions({
    queryKey: ['accounts', 'interactions', id, filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Interaction>>('/api/v1/interactions', { query: { ...filter, account: id, cursor: pageParam, limit: SHORT_PAGE }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

export const tickets = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['accounts', 'tickets', id],
    queryFn: ({ pageParam, signal }) =>
      get<Page<{ report: Ticket }>>(at(id, '/reports'), { query: { kind: 'ticket', cursor: pageParam, limit: SHORT_PAGE }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

export const logInteraction = (id: string, details: Partial<InteractionFields>) => post('/api/v1/interactions', { account: id, details })
export const withdrawInteraction = (id: string, interaction: string) => remove(at(id, `/interactions/${encodeURIComponent(interaction)}`))

/** Documents that are filled in with what is known of an account. */
export const TEMPLATES = ['profile', 'interaction-log', 'deal-review', 'relationship-map', 'health-score', 'onboarding-checklist'] as const

export const templateFile = (account: string, template: (typeof TEMPLATES)[number], format: 'md' | 'json') => `${ACCOUNTS}/${encodeURIComponent(account)}/templates/${template}?format=${format}`
