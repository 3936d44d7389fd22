import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { portfolioTrend } from '@/api/portfolio'
import { Failure } from '@/app/Failure'
import { useFormats } from '@/i18n/formats'
import { bandOf } from '@/ui/charts/bands'
import { ChartCard } from '@/ui/charts/ChartCard'
import { PlainTable } from '@/ui/charts/PlainTable'
import type { TrendDay } from '@/ui/charts/trend'
import { TrendChart } from '@/ui/charts/TrendChart'
import { EmptyState } from '@/ui/EmptyState'
import { Select } from '@/ui/Select'
import { Skeleton } from '@/ui/Skeleton'
import { useT as useHealthT } from '../health/texts'
import { TREND_DAYS, type TrendDays } from './search'
import { useT } from './texts'

/** The mean of all customers' scores, day by day, and where it leads if nothing changes. */
export function TrendTab({ days, onDays }: { days: TrendDays; onDays: (days: TrendDays) => void }) {
  const t = useT()
  const healthT = useHealthT()
  const { day, number } = useFormats()
  const query = useQuery({ ...portfolioTrend(Number(days)), placeholderData: keepPreviousData })
  const all = useMemo(
    (): TrendDay[] => [
      ...(query.data?.points ?? []).map((point) => ({ ...point, forecast: false })),
      ...(query.data?.forecast ?? []).map((point) => ({ ...point, forecast: true })),
    ],
    [query.data],
  )
  if (query.error && query.data === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (query.data === undefined) return <Skeleton className="h-80 rounded-xl" />
  if (query.data.points.length < 2) {
    return (
      <div className="rounded-xl border border-line bg-card">
        <EmptyState icon="chart" title={t('noTrend')}>
          {t('noTrendText')}
        </EmptyState>
      </div>
    )
  }
  const band = (score: number) => healthT(`band.${bandOf(score)}`)
  const said = ({ day: on, score = 0, low = 0, high = 0, forecast }: TrendDay) =>
    `${day(on)}: ${forecast ? t('expected', { score: number(score), low: number(low), high: number(high) }) : healthT('scoreOf', { score: number(score), band: band(score) })}`
  return (
    <ChartCard
      title={t('trendTitle')}
      tools={<Select<TrendDays> label={t('span')} value={days} options={TREND_DAYS.map((value) => ({ value, label: healthT('lastDays', { days: Number(value) }) }))} onChange={onDays} />}
      chart={
        <>
          <TrendChart label={healthT('trendLabel')} days={all} say={said} />
          <p className="text-[0.867rem] text-quiet">{t(query.data.forecast.length === 0 ? 'noForecast' : 'forecastText')}</p>
        </>
      }
      table={
        <PlainTable
          caption={t('trendTitle')}
          rows={all.toReversed()}
          rowKey={({ day: on, forecast }) => `${on} ${forecast}`}
          columns={[
            { key: 'day', title: healthT('day'), cell: (row) => `${day(row.day)}${row.forecast ? ` (${t('forecast')})` : ''}` },
            { key: 'score', title: healthT('score'), number: true, cell: ({ score = 0 }) => number(score) },
            { key: 'low', title: t('low'), number: true, cell: ({ low }) => (low === undefined ? '' : number(low)) },
            { key: 'high', title: t('high'), number: true, cell: ({ high }) => (high === undefined ? '' : number(high)) },
          ]}
        />
      }
    />
  )
}
