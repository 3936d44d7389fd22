import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, post } from './client'
import type { AlertStatus, AlertType } from './alertKinds'
import type { Page } from './records'

/** Something about an account that somebody should see. */
export type Alert = {
  id: string
  account: string
  accountName: string
  type: AlertType
  status: AlertStatus
  openedAt: string
  updatedAt: string
  causes: string[]
  figures: Record<string, number>
  acknowledged?: { by: string; at: string }
  snoozedUntil?: string
  assignee?: string
  cleared?: { reason: string; by?: string; at: string }
  trail: { what: string; by?: string; at: string; detail?: string }[]
}

export type AlertFilter = { status?: AlertStatus; type?: AlertType; assignee?: string; account?: string }

const ALERTS = '/api/v1/alerts'
/** Tells of every alert that opens or changes. */
export const ALERT_FEED = `${ALERTS}/feed`
const PAGE = 50
const at = (id: string, what: string) => `${ALERTS}/${encodeURIComponent(id)}/${what}`

export const alerts = (filter: AlertFilter) =>
  infiniteQueryOptions({
    queryKey: ['alerts', 'list', filter],
    queryFn: ({ pageParam, signal }) => get<Page<Alert>>(ALERTS, { query: { ...filter, cursor: pageParam, limit: PAGE }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

/** The latest alerts of an account, whatever became of them. */
export const alertsOf = (account: string) =>
  queryOptions({
    queryKey: ['alerts', 'of', account],
    queryFn: async ({ signal }) => (await get<Page<Alert>>(ALERTS, { query: { account, limit: PAGE }, signal })).items,
  })

export const acknowledgeAlert = (id: string) => post<Alert>(at(id, 'acknowledge'))
export const snoozeAlert = (id: string, until: string) => post<Alert>(at(id, 'snooze'), { until })
export const assignAlert = (id: string, to: string | null) => post<Alert>(at(id, 'assign'), to === null ? {} : { to })
export const clearAlert = (id: string) => post<Alert>(at(id, 'clear'))
