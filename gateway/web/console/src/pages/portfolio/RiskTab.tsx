import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { risk } from '@/api/portfolio'
import { Failure } from '@/app/Failure'
import { useFormats } from '@/i18n/formats'
import { ChartCard } from '@/ui/charts/ChartCard'
import { PlainTable } from '@/ui/charts/PlainTable'
import { EmptyState } from '@/ui/EmptyState'
import { Figure } from '@/ui/Figure'
import { Skeleton } from '@/ui/Skeleton'
import { daysUntil } from '../accounts/model/contracts'
import { Score } from '../health/Score'
import { RiskScatter } from './RiskScatter'
import { useT } from './texts'

const SHOWN = 100

/** What may be lost within 90 days: where, how much, and when it is to be renewed. */
export function RiskTab() {
  const t = useT()
  const { number, percent, money, day } = useFormats()
  const query = useQuery(risk(SHOWN))
  const data = query.data
  if (query.error && data === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (data === undefined) return <Skeleton className="h-80 rounded-xl" />
  if (data.rows.length === 0) {
    return (
      <div className="rounded-xl border border-line bg-card">
        <EmptyState icon="warning" title={t('noRisk')}>
          {t('noRiskText')}
        </EmptyState>
      </div>
    )
  }
  const today = new Date()
  const list = (
    <PlainTable
      caption={t('riskList')}
      rows={data.rows}
      rowKey={({ account }) => account}
      className="max-h-none"
      columns={[
        {
          key: 'name',
          title: t('account'),
          cell: ({ account, name }) => (
            <Link to="/accounts/$id" params={{ id: account }} className="text-ink underline-offset-2 hover:underline">
              <bdi>{name}</bdi>
            </Link>
          ),
        },
        { key: 'score', title: t('health'), cell: ({ score, band }) => <Score score={score ?? undefined} band={band ?? undefined} /> },
        { key: 'churn', title: t('mayBeLost'), number: true, cell: ({ churn }) => percent(churn) },
        { key: 'revenue', title: t('aYear'), number: true, cell: ({ revenue, currency }) => money(revenue, currency) },
        { key: 'loss', title: t('expectedLoss'), number: true, cell: ({ expectedLoss, currency }) => money(expectedLoss, currency) },
        {
          key: 'renewal',
          title: t('renewal'),
          number: true,
          cell: ({ renewalOn }) => (renewalOn === null || renewalOn === undefined ? '–' : `${day(renewalOn)} (${t('inDays', { days: number(daysUntil(renewalOn, today)) })})`),
        },
      ]}
    />
  )
  return (
    <div className="flex flex-col gap-5">
      <dl className="grid grid-cols-2 gap-3 md:grid-cols-4">
        {Object.entries(data.atRisk).map(([currency, amount]) => (
          <Figure key={`r${currency}`} label={t('revenueAtRisk')}>
            {money(amount, currency)}
          </Figure>
        ))}
        {Object.entries(data.expectedLoss).map(([currency, amount]) => (
          <Figure key={`l${currency}`} label={t('expectedLoss90')}>
            {money(amount, currency)}
          </Figure>
        ))}
      </dl>
      {data.basis && <p className="text-[0.867rem] text-quiet">{t(`basis.${data.basis}`)}</p>}
      <ChartCard title={t('riskTitle')} chart={<RiskScatter rows={data.rows} today={today} />} table={list} />
      <section className="rounded-xl border border-line bg-card px-5 py-4">
        <h2 className="mb-2 text-base font-semibold">{t('riskList')}</h2>
        {list}
      </section>
    </div>
  )
}
