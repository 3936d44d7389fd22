import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { flow } from '@/api/flows'
import { type ProfileDetail, profile, provenance } from '@/api/records'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useLanguage } from '@/i18n/I18n'
import { useT } from '@/i18n/texts'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import { Tabs } from '@/ui/Tabs'
import { Words } from '@/ui/Words'
import { Ago } from '../records/Ago'
import { BackLink } from '../records/BackLink'
import { DoneBar } from '../records/DoneBar'
import { History } from '../records/History'
import { type Labels, useLabels } from '../records/labels'
import { useLive } from '../records/live'
import { PageSkeleton } from '../records/PageSkeleton'
import { RecordActions } from '../records/RecordActions'
import { StatusBadge } from '../records/StatusBadge'
import { Section } from './Section'

const route = getRouteApi('/signed-in/profiles/$id')

export function ProfilePage() {
  const t = useT()
  const { id } = route.useParams()
  const query = useQuery(profile(id))
  useLive('profiles')
  const back = <BackLink to="/profiles">{t('profiles.title')}</BackLink>
  if (query.data !== undefined) return <Loaded detail={query.data} back={back} />
  return (
    <Page title={t('profiles.title')} above={back}>
      {query.error ? <Failure error={query.error} onRetry={query.refetch} /> : <PageSkeleton />}
    </Page>
  )
}

function Loaded({ detail, back }: { detail: ProfileDetail; back: ReactNode }) {
  const t = useT()
  const navigate = useNavigate()
  const { tab } = route.useSearch()
  const labels = useLabels('customer-profile')
  const tree = detail.customer_profile
  const about = [tree.job_title, tree.company_name].filter((text): text is string => typeof text === 'string' && text !== '')
  return (
    <Page
      title={tree.prototype_name || t('list.unnamed')}
      above={back}
      lead={
        <>
          {about.length > 0 && <Words>{about.join(' · ')}</Words>}
          <span className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.867rem]">
            <StatusBadge status={tree.status} />
            <DoneBar {...detail.progress} />
            <Ago time={tree.last_updated_at} />
          </span>
        </>
      }
      actions={<RecordActions kind="profiles" id={detail.id} status={tree.status} />}
    >
      <Tabs
        label={t('record.sections')}
        value={tab ?? 'details'}
        onChange={(next) =>
          void navigate({ to: '/profiles/$id', params: { id: detail.id }, search: next === 'history' ? { tab: next } : {}, replace: true })
        }
        tabs={[
          { value: 'details', label: t('record.details'), content: <Details detail={detail} labels={labels} /> },
          { value: 'history', label: t('record.history'), content: <History kind="profiles" id={detail.id} labels={labels} /> },
        ]}
      />
    </Page>
  )
}

function Details({ detail, labels }: { detail: ProfileDetail; labels: Labels }) {
  const t = useT()
  const [language] = useLanguage()
  const definition = useQuery(flow('customer-profile', language))
  const sources = useQuery(provenance('profiles', detail.id, detail.rev))
  if (definition.error) return <Failure error={definition.error} onRetry={definition.refetch} />
  if (definition.data === undefined) return <PageSkeleton />
  const { phases, summaryField } = definition.data
  const summary = summaryField === undefined ? undefined : detail.customer_profile[summaryField]
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="flex min-w-0 flex-col gap-5">
        <Card>
          <CardHeader>
            <CardTitle>{t('profiles.summary')}</CardTitle>
          </CardHeader>
          <CardContent>
            {typeof summary === 'string' && summary !== '' ? (
              <p dir="auto" className="max-w-prose leading-relaxed whitespace-pre-line">
                {summary}
              </p>
            ) : (
              <p className="text-quiet">{t('profiles.noSummary')}</p>
            )}
          </CardContent>
        </Card>
        {phases.map((phase) => (
          <Section
            key={phase.id}
            phase={{ ...phase, fields: phase.fields.filter((field) => field.path !== summaryField) }}
            tree={detail.customer_profile}
            missing={detail.progress.missing}
            sources={sources.data?.fields}
            labels={labels}
          />
        ))}
      </div>
      <Aside detail={detail} labels={labels} />
    </div>
  )
}

function Aside({ detail, labels }: { detail: ProfileDetail; labels: Labels }) {
  const t = useT()
  const { missing } = detail.progress
  return (
    <div className="flex flex-col gap-5">
      {missing.length > 0 && (
        <Card>
          <CardHeader>
            <CardTitle>{t('profiles.open')}</CardTitle>
          </CardHeader>
          <CardContent>
            <ul className="flex flex-col gap-1.5 text-quiet">
              {missing.map((path) => (
                <li key={path}>{labels.field(path)}</li>
              ))}
            </ul>
          </CardContent>
        </Card>
      )}
      {detail.buyingProcesses.length > 0 && (
        <Card>
          <CardHeader>
            <CardTitle>{t('profiles.mappings')}</CardTitle>
          </CardHeader>
          <CardContent className="flex flex-col gap-2">
            {detail.buyingProcesses.map(({ id, personaName }) => (
              <Link key={id} to="/buying-processes/$id" params={{ id }} className="flex items-center gap-2 text-accent">
                <Icon name="map" />
                <bdi>{personaName || t('list.unnamed')}</bdi>
              </Link>
            ))}
          </CardContent>
        </Card>
      )}
    </div>
  )
}
