import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { portfolio } from '@/api/portfolio'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { EmptyState } from '@/ui/EmptyState'
import { Tabs } from '@/ui/Tabs'
import { PageSkeleton } from '../records/PageSkeleton'
import { Overview } from './Overview'
import type { PortfolioSearch } from './search'
import { useT } from './texts'

const CohortsTab = lazy(() => import('./CohortsTab').then((module) => ({ default: module.CohortsTab })))
const TrendTab = lazy(() => import('./TrendTab').then((module) => ({ default: module.TrendTab })))
const RiskTab = lazy(() => import('./RiskTab').then((module) => ({ default: module.RiskTab })))

const route = getRouteApi('/signed-in/portfolio')

/** How all customers do, taken together. */
export function PortfolioPage() {
  const t = useT()
  const navigate = useNavigate()
  const search = route.useSearch()
  const query = useQuery(portfolio)
  const go = (next: PortfolioSearch) => void navigate({ to: '/portfolio', search: next, replace: true })
  const all = query.data
  const later = (content: ReactNode) => <Suspense fallback={<PageSkeleton />}>{content}</Suspense>
  return (
    <Page title={t('title')} lead={t('lead')}>
      {query.error && all === undefined ? (
        <Failure error={query.error} onRetry={query.refetch} />
      ) : all === undefined ? (
        <PageSkeleton />
      ) : all.accounts === 0 ? (
        <div className="rounded-xl border border-line bg-card">
          <EmptyState icon="chart" title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        </div>
      ) : (
        <Tabs
          label={t('views')}
          value={search.tab ?? 'overview'}
          onChange={(tab) => go(tab === 'overview' ? {} : { tab })}
          tabs={[
            { value: 'overview', label: t('overview'), content: <Overview all={all} search={search} onChange={go} /> },
            { value: 'cohorts', label: t('cohorts'), content: later(<CohortsTab by={search.by ?? 'quarter'} onBy={(by) => go({ tab: 'cohorts', by })} />) },
            { value: 'trend', label: t('trend'), content: later(<TrendTab days={search.days ?? '180'} onDays={(days) => go({ tab: 'trend', days })} />) },
            { value: 'risk', label: t('risk'), content: later(<RiskTab />) },
          ]}
        />
      )}
    </Page>
  )
}
