import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { account, type AccountDetail } from '@/api/accounts'
import { useColleagues } from '@/app/colleagues'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useFormats } from '@/i18n/formats'
import { Badge } from '@/ui/Badge'
import { Tabs } from '@/ui/Tabs'
import { BackLink } from '../records/BackLink'
import { PageSkeleton } from '../records/PageSkeleton'
import { daysUntil, renewal } from './model/contracts'
import { StandingBadge } from './StandingBadge'
import { useT } from './texts'

const AccountActions = lazy(() => import('./AccountActions').then((module) => ({ default: module.AccountActions })))
const HealthTab = lazy(() => import('./HealthTab').then((module) => ({ default: module.HealthTab })))
const TimelineTab = lazy(() => import('./TimelineTab').then((module) => ({ default: module.TimelineTab })))
const PeopleTab = lazy(() => import('./PeopleTab').then((module) => ({ default: module.PeopleTab })))
const DealsTab = lazy(() => import('./DealsTab').then((module) => ({ default: module.DealsTab })))
const DetailsTab = lazy(() => import('./DetailsTab').then((module) => ({ default: module.DetailsTab })))
const WorkOf = lazy(() => import('../tasks/WorkOf').then((module) => ({ default: module.WorkOf })))

const route = getRouteApi('/signed-in/accounts/$id')

/** One account: how it does and why, what took place, who is there, what is sold, what is known. */
export function AccountPage() {
  const t = useT()
  const { id } = route.useParams()
  const query = useQuery(account(id))
  const back = <BackLink to="/accounts">{t('title')}</BackLink>
  if (query.data !== undefined) return <Loaded shown={query.data} back={back} />
  return (
    <Page title={t('title')} above={back}>
      {query.error ? <Failure error={query.error} onRetry={query.refetch} /> : <PageSkeleton />}
    </Page>
  )
}

function Loaded({ shown, back }: { shown: AccountDetail; back: ReactNode }) {
  const t = useT()
  const navigate = useNavigate()
  const { tab } = route.useSearch()
  const { id, details, archived } = shown.account
  const later = (content: ReactNode) => <Suspense fallback={<PageSkeleton />}>{content}</Suspense>
  return (
    <Page
      title={details.name}
      above={back}
      lead={
        <>
          <span className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.867rem]">
            <StandingBadge standing={shown.account.standing} />
            {archived && <Badge>{t('isPutAway')}</Badge>}
            <Money shown={shown} />
            <Owner owner={details.owner} />
            {details.domain && (
              <a href={`https://${details.domain}`} target="_blank" rel="noreferrer" dir="ltr" className="text-quiet underline-offset-2 hover:underline">
                {details.domain}
              </a>
            )}
          </span>
        </>
      }
      actions={
        <Suspense>
          <AccountActions shown={shown} />
        </Suspense>
      }
    >
      <Tabs
        label={t('sections')}
        value={tab ?? 'health'}
        onChange={(next) => void navigate({ to: '/accounts/$id', params: { id }, search: next === 'health' ? {} : { tab: next }, replace: true })}
        tabs={[
          { value: 'health', label: t('health'), content: later(<HealthTab shown={shown} />) },
          { value: 'timeline', label: t('timeline'), content: later(<TimelineTab shown={shown} />) },
          { value: 'work', label: t('work'), content: later(<WorkOf subject={{ type: 'account', id }} />) },
          { value: 'people', label: t('people'), content: later(<PeopleTab shown={shown} />) },
          { value: 'deals', label: t('dealsAndContracts'), content: later(<DealsTab shown={shown} />) },
          { value: 'details', label: t('details'), content: later(<DetailsTab shown={shown} />) },
        ]}
      />
    </Page>
  )
}

function Owner({ owner }: { owner: string | undefined }) {
  const t = useT()
  const { nameOf } = useColleagues()
  return <bdi>{owner === undefined ? t('noOwner') : t('ownedBy', { name: nameOf(owner) })}</bdi>
}

/** What they pay, and for how long still. */
function Money({ shown }: { shown: AccountDetail }) {
  const t = useT()
  const { money, number } = useFormats()
  const { revenue, next } = renewal(shown.contracts)
  return (
    <>
      {revenue.map(([currency, amount]) => (
        <span key={currency}>{t('arrOf', { amount: money(amount, currency) })}</span>
      ))}
      {next !== undefined && <span>{t(daysUntil(next, new Date()) < 0 ? 'overdue' : 'renewsIn', { days: number(Math.abs(daysUntil(next, new Date()))) })}</span>}
    </>
  )
}
