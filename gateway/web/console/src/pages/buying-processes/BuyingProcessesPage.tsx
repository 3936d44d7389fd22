import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { mayWrite } from '@/api/me'
import { type BuyingProcessRow, buyingProcesses } from '@/api/records'
import { Page } from '@/app/Page'
import type { ListSearch } from '@/app/router'
import { useUser } from '@/app/user'
import { useT } from '@/i18n/texts'
import { buttonClass } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Icon } from '@/ui/Icon'
import { Words } from '@/ui/Words'
import { Ago } from '../records/Ago'
import { DoneBar } from '../records/DoneBar'
import { useLive } from '../records/live'
import { RecordList } from '../records/RecordList'
import type { Column } from '../records/RecordTable'
import { StatusBadge } from '../records/StatusBadge'
import { Stages } from './Stages'

const route = getRouteApi('/signed-in/buying-processes')

export function BuyingProcessesPage() {
  const t = useT()
  const writes = mayWrite(useUser())
  const navigate = useNavigate()
  const filter = route.useSearch()
  const query = useInfiniteQuery({ ...buyingProcesses(filter), placeholderData: keepPreviousData })
  useLive('buying-processes')
  const onFilter = useCallback(
    (search: ListSearch) => void navigate({ to: '/buying-processes', search, replace: true }),
    [navigate],
  )
  const begin = writes && (
    <Link to="/studio/new/$flow" params={{ flow: 'buying-process' }} className={buttonClass({ variant: 'primary' })}>
      <Icon name="plus" />
      {t('buyingProcesses.new')}
    </Link>
  )
  return (
    <Page title={t('buyingProcesses.title')} lead={t('buyingProcesses.lead')} actions={begin}>
      <RecordList
        kind="buying-processes"
        to="/buying-processes/$id"
        labels={{ list: t('buyingProcesses.title'), search: t('buyingProcesses.search') }}
        columns={useColumns()}
        filter={filter}
        onFilter={onFilter}
        query={query}
        empty={
          <EmptyState icon="map" title={t('buyingProcesses.empty')} action={begin}>
            {t(writes ? 'buyingProcesses.emptyText' : 'buyingProcesses.emptyReader')}
          </EmptyState>
        }
      />
    </Page>
  )
}

function useColumns(): Column<BuyingProcessRow>[] {
  const t = useT()
  return useMemo(
    () => [
      {
        key: 'persona',
        title: t('buyingProcesses.persona'),
        cell: (row) => <Words className="truncate font-medium">{row.personaName || t('list.unnamed')}</Words>,
      },
      { key: 'stages', title: t('buyingProcesses.stages'), wide: 'w-[32%]', cell: (row) => <Stages names={row.stages} /> },
      { key: 'progress', title: t('list.progress'), wide: 'w-40', spare: true, cell: (row) => <DoneBar {...row.progress} /> },
      { key: 'status', title: t('status.label'), wide: 'w-40', cell: (row) => <StatusBadge status={row.status} /> },
      { key: 'changed', title: t('list.changed'), wide: 'w-36', cell: (row) => <Ago time={row.lastUpdatedAt} /> },
    ],
    [t],
  )
}
