import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { type Metric, metrics } from '@/api/portfolio'
import { Failure } from '@/app/Failure'
import { useFormats } from '@/i18n/formats'
import { Skeleton } from '@/ui/Skeleton'
import { type Key, useT } from './texts'

const MetricDialog = lazy(() => import('./MetricDialog').then((module) => ({ default: module.MetricDialog })))

/** The key metrics, each with how it is reckoned; opened, the rows it is made of. */
export function KeyMetrics({ chosen, onChoose }: { chosen: string | undefined; onChoose: (metric: string | undefined) => void }) {
  const t = useT()
  const query = useQuery(metrics)
  const value = useMetricValue()
  if (query.error && query.data === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (query.data === undefined) return <Skeleton className="h-40 rounded-xl" />
  const open = query.data.find(({ metric }) => metric === chosen)
  return (
    <section aria-labelledby="metrics">
      <h2 id="metrics" className="mb-3 text-base font-semibold">
        {t('metrics')}
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {query.data.map((one) => (
          <li key={one.metric} className="relative rounded-xl border border-line bg-card px-5 py-4 hover:bg-raised/60">
            <button
              type="button"
              onClick={() => onChoose(one.metric)}
              className="text-start text-quiet after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-xl focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
            >
              {t(`metric.${one.metric}` as Key)}
              <span className="block text-2xl font-semibold text-ink tabular-nums">{value(one)}</span>
            </button>
            <p className="mt-1 text-[0.8rem] text-quiet">{t(`formula.${one.metric}` as Key)}</p>
            <p className="mt-1 text-[0.8rem] text-quiet">
              {t('fromRows', { count: one.rows })}
              {one.currency && ` · ${t('only', { currency: one.currency })}`}
            </p>
          </li>
        ))}
      </ul>
      {open && (
        <Suspense>
          <MetricDialog metric={open} onClose={() => onChoose(undefined)} />
        </Suspense>
      )}
    </section>
  )
}

/** A metric's value as its unit is read. */
export function useMetricValue() {
  const t = useT()
  const { number, percent } = useFormats()
  return ({ value, unit }: Pick<Metric, 'value' | 'unit'>) =>
    value === null || value === undefined ? t('noData') : unit === 'ratio' ? percent(value) : unit === 'days' ? t('inDays', { days: number(value) }) : number(value)
}
