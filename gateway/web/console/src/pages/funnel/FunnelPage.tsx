import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { flows } from '@/api/flows'
import { funnel } from '@/api/reports'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useFormats } from '@/i18n/formats'
import { useLanguage } from '@/i18n/I18n'
import { EmptyState } from '@/ui/EmptyState'
import { Figure } from '@/ui/Figure'
import { Select } from '@/ui/Select'
import { PageSkeleton } from '../records/PageSkeleton'
import { FunnelTable } from './FunnelTable'
import { useT } from './texts'

const route = getRouteApi('/signed-in/funnel')
const SPANS = ['7', '30', '90'] as const

/** How far people come in a flow, and at which question they leave. */
export function FunnelPage() {
  const t = useT()
  const navigate = useNavigate()
  const [language] = useLanguage()
  const { number, percent } = useFormats()
  const { flow, days = '30' } = route.useSearch()
  const all = useQuery(flows(language))
  const chosen = flow ?? all.data?.[0]?.name ?? ''
  const query = useQuery(funnel(chosen, Number(days)))
  const go = (search: { flow?: string; days?: (typeof SPANS)[number] }) => void navigate({ to: '/funnel', search: { flow: chosen, days, ...search }, replace: true })
  const sessions = query.data?.sessions
  const error = all.error ?? query.error
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="mb-5 flex flex-wrap gap-2">
        <Select label={t('flow')} value={chosen} options={(all.data ?? []).map(({ name, title }) => ({ value: name, label: title }))} onChange={(next) => go({ flow: next })} />
        <Select label={t('span')} value={days} options={SPANS.map((value) => ({ value, label: t('days', { days: Number(value) }) }))} onChange={(next) => go({ days: next })} />
      </div>
      {error && query.data === undefined ? (
        <Failure error={error} onRetry={() => void (all.error ? all.refetch() : query.refetch())} />
      ) : query.data === undefined || sessions === undefined ? (
        <PageSkeleton />
      ) : sessions.started === 0 ? (
        <div className="rounded-xl border border-line bg-card">
          <EmptyState icon="funnel" title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        </div>
      ) : (
        <div className="flex flex-col gap-5">
          <dl className="grid grid-cols-2 gap-3 md:grid-cols-4">
            <Figure label={t('started')}>{number(sessions.started)}</Figure>
            <Figure label={t('completed')} note={percent(sessions.completed / sessions.started)}>
              {number(sessions.completed)}
            </Figure>
            <Figure label={t('abandoned')} note={percent(sessions.abandoned / sessions.started)}>
              {number(sessions.abandoned)}
            </Figure>
            <Figure label={t('minutes')}>{sessions.medianMinutes === null ? '–' : number(sessions.medianMinutes)}</Figure>
          </dl>
          <FunnelTable funnel={query.data} />
        </div>
      )}
    </Page>
  )
}
