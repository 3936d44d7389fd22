import { COHORTS, type CohortBy } from '@/api/cohortKinds'

export const TABS = ['cohorts', 'trend', 'risk'] as const
export const TREND_DAYS = ['90', '180', '365', '731'] as const
export type TrendDays = (typeof TREND_DAYS)[number]

export type PortfolioSearch = { tab?: (typeof TABS)[number]; by?: CohortBy; days?: TrendDays; metric?: string }

/** Takes from an address what it may say, and nothing else. */
export function portfolioSearch({ tab, by, days, metric }: Record<string, unknown>): PortfolioSearch {
  const search: PortfolioSearch = {}
  const view = TABS.find((one) => one === tab)
  if (view !== undefined) search.tab = view
  const group = COHORTS.find((one) => one === by)
  if (group !== undefined) search.by = group
  const span = TREND_DAYS.find((one) => one === String(days))
  if (span !== undefined) search.days = span
  if (typeof metric === 'string' && /^[a-z-]{1,40}$/.test(metric)) search.metric = metric
  return search
}
