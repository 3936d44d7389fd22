import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { type PersonRow, people } from '@/api/people'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Words } from '@/ui/Words'
import { Ago } from '../records/Ago'
import { useLive } from '../records/live'
import { type Column, RecordTable } from '../records/RecordTable'
import { SearchBox } from '../records/SearchBox'
import { useT } from './texts'

const route = getRouteApi('/signed-in/people')

/** Visitors who are known, and contacts. */
export function PeoplePage() {
  const t = useT()
  const shellT = useShellT()
  const navigate = useNavigate()
  const { q = '' } = route.useSearch()
  const query = useInfiniteQuery({ ...people(q), placeholderData: keepPreviousData })
  const columns = useColumns()
  useLive('people')
  const search = useCallback((words: string) => void navigate({ to: '/people', search: words === '' ? {} : { q: words }, replace: true }), [navigate])
  const rows = query.data?.pages.flatMap(({ items }) => items)
  return (
    <Page title={t('title')} lead={t('lead')}>
      {rows?.length === 0 && q === '' ? (
        <div className="rounded-xl border border-line bg-card">
          <EmptyState icon="user" title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        </div>
      ) : (
        <>
          <div className="mb-4 flex">
            <SearchBox label={t('search')} words={q} onChange={search} />
          </div>
          {query.error && rows === undefined ? (
            <Failure error={query.error} onRetry={query.refetch} />
          ) : rows?.length === 0 ? (
            <EmptyState icon="search" title={shellT('list.none')} action={<Button onClick={() => search('')}>{shellT('list.clear')}</Button>}>
              {t('noneText')}
            </EmptyState>
          ) : (
            <RecordTable label={t('title')} columns={columns} rows={rows} to="/people/$id" below={(row) => <Ago time={row.lastSeen ?? row.lastUpdatedAt} />} />
          )}
          {query.hasNextPage && (
            <div className="mt-4 flex justify-center">
              <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
                {shellT('app.more')}
              </Button>
            </div>
          )}
        </>
      )}
    </Page>
  )
}

function useColumns(): Column<PersonRow>[] {
  const t = useT()
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('name'),
        cell: (row) => (
          <>
            <Words className="truncate font-medium">{row.name ?? row.email ?? t('unnamed')}</Words>
            {row.name && row.email && <Words className="truncate text-[0.867rem] text-quiet">{row.email}</Words>}
          </>
        ),
      },
      { key: 'company', title: t('company'), wide: 'w-[22%]', cell: (row) => <Words className="truncate">{[row.role, row.company].filter(Boolean).join(' · ')}</Words> },
      { key: 'persona', title: t('persona'), wide: 'w-[18%]', cell: (row) => <Words className="truncate">{row.persona}</Words> },
      { key: 'last', title: t('last'), wide: 'w-36', cell: (row) => <Ago time={row.lastSeen ?? row.lastUpdatedAt} /> },
    ],
    [t],
  )
}
