import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { mayWrite } from '@/api/me'
import { type ProfileRow, profiles } from '@/api/records'
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
import { useLabels } from '../records/labels'
import { useLive } from '../records/live'
import { RecordList } from '../records/RecordList'
import type { Column } from '../records/RecordTable'
import { StatusBadge } from '../records/StatusBadge'

const route = getRouteApi('/signed-in/profiles')

export function ProfilesPage() {
  const t = useT()
  const writes = mayWrite(useUser())
  const navigate = useNavigate()
  const filter = route.useSearch()
  const query = useInfiniteQuery({ ...profiles(filter), placeholderData: keepPreviousData })
  useLive('profiles')
  const onFilter = useCallback(
    (search: ListSearch) => void navigate({ to: '/profiles', search, replace: true }),
    [navigate],
  )
  const begin = writes && (
    <Link to="/studio/new/$flow" params={{ flow: 'customer-profile' }} className={buttonClass({ variant: 'primary' })}>
      <Icon name="plus" />
      {t('profiles.new')}
    </Link>
  )
  return (
    <Page title={t('profiles.title')} lead={t('profiles.lead')} actions={begin}>
      <RecordList
        kind="profiles"
        to="/profiles/$id"
        labels={{ list: t('profiles.title'), search: t('profiles.search') }}
        columns={useColumns()}
        filter={filter}
        onFilter={onFilter}
        query={query}
        empty={
          <EmptyState icon="profiles" title={t('profiles.empty')} action={begin}>
            {t(writes ? 'profiles.emptyText' : 'profiles.emptyReader')}
          </EmptyState>
        }
      />
    </Page>
  )
}

function useColumns(): Column<ProfileRow>[] {
  const t = useT()
  const labels = useLabels('customer-profile')
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('profiles.name'),
        cell: (row) => (
          <>
            <Words className="truncate font-medium">{row.name ?? t('list.unnamed')}</Words>
            {row.jobTitle && <Words className="truncate text-[0.867rem] text-quiet">{row.jobTitle}</Words>}
          </>
        ),
      },
      { key: 'company', title: t('profiles.company'), wide: 'w-[17%]', cell: (row) => <Words className="truncate">{row.company}</Words> },
      { key: 'type', title: t('profiles.type'), wide: 'w-[15%]', spare: true, cell: (row) => <Words className="truncate">{labels.option('type', row.type)}</Words> },
      { key: 'progress', title: t('list.progress'), wide: 'w-40', spare: true, cell: (row) => <DoneBar {...row.progress} /> },
      { key: 'status', title: t('status.label'), wide: 'w-40', cell: (row) => <StatusBadge status={row.status} /> },
      { key: 'changed', title: t('list.changed'), wide: 'w-36', cell: (row) => <Ago time={row.lastUpdatedAt} /> },
    ],
    [t, labels],
  )
}
