import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { type Lead, lead } from '@/api/leads'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useFormats } from '@/i18n/formats'
import { Tabs } from '@/ui/Tabs'
import { Words } from '@/ui/Words'
import { Ago } from '../records/Ago'
import { BackLink } from '../records/BackLink'
import { useLive } from '../records/live'
import { PageSkeleton } from '../records/PageSkeleton'
import { Grade } from './Grade'
import { LeadActions } from './LeadActions'
import { LeadBadge } from './LeadBadge'
import { LeadFacts } from './LeadFacts'
import { ScoreCard } from './ScoreCard'
import { WhyCards } from './WhyCards'
import { useT } from './texts'

const LeadChat = lazy(() => import('./LeadChat').then((module) => ({ default: module.LeadChat })))

const route = getRouteApi('/signed-in/leads/$id')

export function LeadPage() {
  const t = useT()
  const { id } = route.useParams()
  const query = useQuery(lead(id))
  useLive('leads')
  const back = <BackLink to="/leads">{t('title')}</BackLink>
  if (query.data !== undefined) return <Loaded shown={query.data} back={back} />
  return (
    <Page title={t('title')} above={back}>
      {query.error ? <Failure error={query.error} onRetry={query.refetch} /> : <PageSkeleton />}
    </Page>
  )
}

function Loaded({ shown, back }: { shown: Lead; back: ReactNode }) {
  const t = useT()
  const { percent } = useFormats()
  const navigate = useNavigate()
  const { tab } = route.useSearch()
  const about = [shown.company, shown.name && shown.email].filter(Boolean).join(' · ')
  return (
    <Page
      title={shown.name ?? shown.email}
      above={back}
      lead={
        <>
          {about !== '' && <Words>{about}</Words>}
          <span className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.867rem]">
            <Grade grade={shown.grade} points={shown.points} />
            <LeadBadge status={shown.status} />
            <span>{t('willBuy', { share: percent(shown.conversionProbability) })}</span>
            <Ago time={shown.lastActivityAt} />
          </span>
        </>
      }
      actions={<LeadActions shown={shown} />}
    >
      <Tabs
        label={t('sections')}
        value={tab ?? 'why'}
        onChange={(next) => void navigate({ to: '/leads/$id', params: { id: shown.id }, search: next === 'why' ? {} : { tab: next }, replace: true })}
        tabs={[
          {
            value: 'why',
            label: t('why'),
            content: (
              <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)]">
                <ScoreCard shown={shown} />
                <WhyCards shown={shown} />
              </div>
            ),
          },
          { value: 'facts', label: t('facts'), content: <LeadFacts shown={shown} /> },
          {
            value: 'chat',
            label: t('chat'),
            content: (
              <Suspense fallback={<PageSkeleton />}>
                <LeadChat conversation={shown.conversations.at(-1)} />
              </Suspense>
            ),
          },
        ]}
      />
    </Page>
  )
}
