import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type BuyingProcessDetail, buyingProcess } from '@/api/records'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useT } from '@/i18n/texts'
import { Icon } from '@/ui/Icon'
import { Tabs } from '@/ui/Tabs'
import { Ago } from '../records/Ago'
import { BackLink } from '../records/BackLink'
import { DoneBar } from '../records/DoneBar'
import { History } from '../records/History'
import { useLabels } from '../records/labels'
import { useLive } from '../records/live'
import { PageSkeleton } from '../records/PageSkeleton'
import { RecordActions } from '../records/RecordActions'
import { StatusBadge } from '../records/StatusBadge'
import { JourneyMap } from './JourneyMap'
import { StageTable } from './StageTable'

const route = getRouteApi('/signed-in/buying-processes/$id')

export function BuyingProcessPage() {
  const t = useT()
  const { id } = route.useParams()
  const query = useQuery(buyingProcess(id))
  useLive('buying-processes')
  const back = <BackLink to="/buying-processes">{t('buyingProcesses.title')}</BackLink>
  if (query.data !== undefined) return <Loaded detail={query.data} back={back} />
  return (
    <Page title={t('buyingProcesses.title')} above={back}>
      {query.error ? <Failure error={query.error} onRetry={query.refetch} /> : <PageSkeleton />}
    </Page>
  )
}

function Loaded({ detail, back }: { detail: BuyingProcessDetail; back: ReactNode }) {
  const t = useT()
  const navigate = useNavigate()
  const { tab } = route.useSearch()
  const labels = useLabels('buying-process')
  const mapping = detail.buying_process_mapping
  const nameOfStage = (row: string) => mapping.buying_stages.find(({ stage_id }) => stage_id === row)?.stage_name || undefined
  return (
    <Page
      title={mapping.persona_name || t('list.unnamed')}
      above={back}
      lead={
        <span className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.867rem]">
          <StatusBadge status={mapping.status} />
          <DoneBar {...detail.progress} />
          <Ago time={mapping.last_updated_at} />
          {mapping.profile_id && (
            <Link to="/profiles/$id" params={{ id: mapping.profile_id }} className="flex items-center gap-1.5 text-accent">
              <Icon name="profiles" />
              {t('buyingProcesses.profile')}
            </Link>
          )}
        </span>
      }
      actions={<RecordActions kind="buying-processes" id={detail.id} status={mapping.status} />}
    >
      <Tabs
        label={t('record.sections')}
        value={tab ?? 'map'}
        onChange={(next) =>
          void navigate({
            to: '/buying-processes/$id',
            params: { id: detail.id },
            search: next === 'map' ? {} : { tab: next },
            replace: true,
          })
        }
        tabs={[
          { value: 'map', label: t('record.map'), content: <JourneyMap detail={detail} /> },
          { value: 'details', label: t('record.details'), content: <StageTable detail={detail} labels={labels} /> },
          { value: 'history', label: t('record.history'), content: <History kind="buying-processes" id={detail.id} labels={labels} rowName={nameOfStage} /> },
        ]}
      />
    </Page>
  )
}
