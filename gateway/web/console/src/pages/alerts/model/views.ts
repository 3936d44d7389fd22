import type { Alert, AlertFilter } from '@/api/alerts'
import { ALERT_TYPES, type AlertType } from '@/api/alertKinds'

const OTHERS = ['mine', 'acknowledged', 'snoozed', 'cleared'] as const
/** The views of the inbox, in order; the first is shown when nothing else is asked for. */
export const VIEWS = ['open', ...OTHERS] as const
export type View = (typeof VIEWS)[number]

export type AlertsSearch = { view?: (typeof OTHERS)[number]; type?: AlertType }

/** Takes from an address what it may say, and nothing else. */
export function alertsSearch({ view, type }: Record<string, unknown>): AlertsSearch {
  const known = OTHERS.find((one) => one === view)
  const kind = ALERT_TYPES.find((one) => one === type)
  const search: AlertsSearch = known === undefined ? {} : { view: known }
  return kind === undefined ? search : { ...search, type: kind }
}

/** What a view asks for. Mine are all that are given to me and not over. */
export function filterOf({ view, type }: AlertsSearch, me: string): AlertFilter {
  const which: AlertFilter = view === 'mine' ? { assignee: me } : { status: view ?? 'open' }
  return type === undefined ? which : { ...which, type }
}

/** Whether an alert is in a view. What is over is nobody's any more. */
export function belongsTo({ view, type }: AlertsSearch, me: string): (alert: Alert) => boolean {
  return (alert) => (type === undefined || alert.type === type) && (view === 'mine' ? alert.assignee === me && alert.status !== 'cleared' : alert.status === (view ?? 'open'))
}

/** Whether what was done takes an alert out of the view. */
export function isGone(view: View, deed: 'acknowledge' | 'clear' | 'snooze' | 'assign'): boolean {
  if (deed === 'clear') return view !== 'cleared'
  if (deed === 'acknowledge') return view === 'open'
  if (deed === 'snooze') return view === 'open' || view === 'acknowledged'
  return view === 'mine'
}
