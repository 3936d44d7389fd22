import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Deal } from '@/api/accounts'
import { alertsOf } from '@/api/alerts'
import type { Health } from '@/api/health'
import { useFormats } from '@/i18n/formats'
import { ChartCard } from '@/ui/charts/ChartCard'
import { bandOf } from '@/ui/charts/bands'
import { PlainTable } from '@/ui/charts/PlainTable'
import type { TrendDay, TrendMark } from '@/ui/charts/trend'
import { marksByDay } from '@/ui/charts/trend'
import { TrendChart } from '@/ui/charts/TrendChart'
import { BandBadge } from './BandBadge'
import { useT } from './texts'

/** How the score went, with what happened meanwhile: alerts, and deals that were won or lost. */
export function TrendCard({ health, deals, account }: { health: Health; deals: Deal[]; account: string }) {
  const t = useT()
  const { day, number } = useFormats()
  const { data: alerts = [] } = useQuery(alertsOf(account))
  const days = useMemo(
    () => health.timeline.map(({ day, score }): TrendDay => ({ day, forecast: false, ...(score !== undefined && { score }) })),
    [health.timeline],
  )
  const marks: TrendMark[] = [
    ...alerts.map(({ openedAt, type }): TrendMark => ({ day: openedAt.slice(0, 10), kind: 'alert', text: t(`alert.${type}`) })),
    ...deals.flatMap(({ details, visits }) =>
      visits
        .filter(({ stage }) => stage === 'won' || stage === 'lost')
        .map(({ stage, since }): TrendMark => ({ day: since.slice(0, 10), kind: 'deal', text: t(stage === 'won' ? 'dealWon' : 'dealLost', { name: details.name }) })),
    ),
  ]
  const scored = days.filter(({ score }) => score !== undefined)
  const said = ({ score }: TrendDay) => (score === undefined ? t('noData') : t('scoreOf', { score: number(score), band: t(`band.${bandOf(score)}`) }))
  const marked = marksByDay(days, marks)
  if (scored.length < 2) {
    return <ChartCard title={t('trend')} chart={<p className="text-quiet">{t('noTrend')}</p>} table={<p className="text-quiet">{t('noTrend')}</p>} />
  }
  return (
    <ChartCard
      title={t('trend')}
      chart={
        <>
          <TrendChart label={t('trendLabel')} days={days} marks={marks} say={(one, found) => [`${day(one.day)}: ${said(one)}`, ...found.map(({ text }) => text)].join(' · ')} />
          <p aria-hidden="true" className="text-[0.8rem] text-quiet">
            {t('trendKey')}
          </p>
        </>
      }
      table={
        <PlainTable
          caption={t('trend')}
          rows={days.map((one, place) => ({ ...one, marks: marked.get(place) ?? [] })).toReversed()}
          rowKey={({ day }) => day}
          columns={[
            { key: 'day', title: t('day'), cell: (row) => day(row.day) },
            { key: 'score', title: t('score'), number: true, cell: ({ score }) => (score === undefined ? t('noData') : number(score)) },
            { key: 'band', title: t('bandName'), cell: ({ score }) => <BandBadge band={score === undefined ? undefined : bandOf(score)} /> },
            { key: 'marks', title: t('marks'), cell: (row) => row.marks.map(({ text }) => text).join(', ') },
          ]}
        />
      }
    />
  )
}
