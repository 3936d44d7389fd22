import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { AccountDetail } from '@/api/accounts'
import { health } from '@/api/health'
import { Problem } from '@/api/problem'
import { Failure } from '@/app/Failure'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { Skeleton } from '@/ui/Skeleton'
import type { Span } from '../health/ChangeCard'
import { FactorTable } from '../health/FactorTable'
import { ScoreGauge } from '../health/ScoreGauge'
import { useT as useHealthT } from '../health/texts'
import { Ago } from '../records/Ago'
import { PageSkeleton } from '../records/PageSkeleton'
import { useT } from './texts'

const HealthMore = lazy(() => import('./HealthMore').then((module) => ({ default: module.HealthMore })))

const DAY_MS = 24 * 60 * 60_000
const EVERY_MS = 30_000
/** Half a year of days, as the wireframe has it. */
const DAYS = 182

/** How an account does, why, and what to do about it. */
export function HealthTab({ shown }: { shown: AccountDetail }) {
  const t = useT()
  const healthT = useHealthT()
  const [span, setSpan] = useState<Span>('30')
  const since = new Date(Date.now() - Number(span) * DAY_MS).toISOString().slice(0, 10)
  const { id, standing } = shown.account
  const query = useQuery({ ...health(id, since, DAYS), placeholderData: keepPreviousData, enabled: standing.stage === 'customer', refetchInterval: EVERY_MS })
  const known = query.data
  if (standing.stage !== 'customer' || (query.error instanceof Problem && query.error.status === 404)) {
    return (
      <div className="rounded-xl border border-line bg-card">
        <EmptyState icon="pulse" title={t(standing.stage === 'customer' ? 'healthSoon' : 'healthLater')}>
          {t(standing.stage === 'customer' ? 'healthSoonText' : 'healthLaterText')}
        </EmptyState>
      </div>
    )
  }
  if (query.error && known === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (known === undefined) return <PageSkeleton />
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <Part title={healthT('health')} aside={<Ago time={known.updatedAt} />}>
        <ScoreGauge health={known} />
      </Part>
      <Part title={healthT('factors')}>
        <FactorTable health={known} />
      </Part>
      <Suspense fallback={<Skeleton className="h-80 rounded-xl lg:col-span-2" />}>
        <HealthMore health={known} shown={shown} span={span} onSpan={setSpan} />
      </Suspense>
    </div>
  )
}

export function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <Card>
      <CardHeader className="flex-wrap">
        <CardTitle>{title}</CardTitle>
        {aside && <span className="text-[0.867rem] text-quiet">{aside}</span>}
      </CardHeader>
      <CardContent>{children}</CardContent>
    </Card>
  )
}
