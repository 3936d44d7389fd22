import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, patch, post, remove } from './client'
import type { Page } from './records'

/** An address of somebody's own that is told what happens. */
export type Webhook = {
  id: string
  name: string
  url: string
  events: string[]
  enabled: boolean
  /** Why it was switched off, if Rapport did. */
  disabledReason?: string | null
  /** The last characters of the secrets that count now. */
  secretHints: { hint: string; until?: string | null }[]
  health: { failures: number; restsUntil?: string | null; lastSuccessAt?: string | null }
  createdAt: string
  changedAt: string
  rev: number
}

export type EventType = { type: string; topic: string; meaning: string }

export const DELIVERY_STATE = ['waiting', 'done', 'dead'] as const
export type DeliveryState = (typeof DELIVERY_STATE)[number]

/** A message on its way to a webhook, a channel or an address, and every try. */
export type Delivery = {
  id: string
  messageId: string
  type: string
  destination: { kind: string; id: string; label: string }
  state: DeliveryState
  tries: number
  createdAt: string
  due?: string | null
  doneAt?: string | null
  reason?: string | null
  attempts: { at: string; millis: number; outcome: 'done' | 'failed'; status?: number | null; detail: string }[]
  /** For administrators only. */
  content?: string | null
}

export type WithSecret = { webhook: Webhook; secret: string }

const HOOKS = '/api/v1/integrations/webhooks'
const DELIVERIES = '/api/v1/integrations/deliveries'
const PAGE = 30
const AGAIN_MS = 10_000
const one = (id: string, rest = '') => `${HOOKS}/${encodeURIComponent(id)}${rest}`

export const webhooks = queryOptions({
  queryKey: ['webhooks', 'list'],
  queryFn: async ({ signal }) => (await get<{ items: Webhook[] }>(HOOKS, { signal })).items,
})

export const eventTypes = queryOptions({
  queryKey: ['webhook-events'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }) => (await get<{ items: EventType[] }>(`${HOOKS}/event-types`, { signal })).items,
})

export const deliveries = (state: DeliveryState | 'all') =>
  infiniteQueryOptions({
    queryKey: ['deliveries', 'list', state],
    queryFn: ({ pageParam, signal }) => get<Page<Delivery>>(DELIVERIES, { query: { state, cursor: pageParam, limit: PAGE }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: AGAIN_MS,
  })

export type WebhookText = { name: string; url: string; events: string[] }

export const addWebhook = (text: WebhookText) => post<WithSecret>(HOOKS, text)
export const changeWebhook = (id: string, rev: number, change: Partial<WebhookText> & { enabled?: boolean }) => patch<Webhook>(one(id), { rev, ...change })
export const removeWebhook = (id: string) => remove(one(id))
/** The secret before still counts for a while, so that nothing is lost while it is put in over there. */
export const rotateSecret = (id: string, rev: number) => post<WithSecret>(one(id, '/rotate-secret'), { rev, keepOldFor: '24h' })
export const testWebhook = (id: string) => post<Delivery>(one(id, '/test'))
export const replayDelivery = (id: string) => post<unknown>(`${DELIVERIES}/${encodeURIComponent(id)}/replay`)
