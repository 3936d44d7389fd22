import type { ReactNode } from 'react'
import type { Kind, Status } from '@/api/records'
import { Failure } from '@/app/Failure'
import { useT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { ListTools } from './ListTools'
import { type Column, type Listed, RecordTable } from './RecordTable'

type Filter = { q?: string; status?: Status }

type RecordListProps<Row extends Listed> = {
  kind: Kind
  to: '/profiles/$id' | '/buying-processes/$id'
  labels: { list: string; search: string }
  columns: Column<Row>[]
  filter: Filter
  onFilter: (filter: Filter) => void
  query: {
    data: { pages: { items: Row[] }[] } | undefined
    error: unknown
    hasNextPage: boolean
    isFetchingNextPage: boolean
    fetchNextPage: () => unknown
    refetch: () => unknown
  }
  empty: ReactNode
}

/** A list that is searched, filtered, and read page by page. */
export function RecordList<Row extends Listed>(props: RecordListProps<Row>) {
  const { kind, to, labels, columns, filter, onFilter, query, empty } = props
  const t = useT()
  const rows = query.data?.pages.flatMap((page) => page.items)
  const filtered = filter.q !== undefined || filter.status !== undefined

  if (rows?.length === 0 && !filtered) return <div className="rounded-xl border border-line bg-card">{empty}</div>
  return (
    <>
      <ListTools kind={kind} label={labels.search} filter={filter} onChange={onFilter} />
      {query.error && rows === undefined ? (
        <Failure error={query.error} onRetry={query.refetch} />
      ) : rows?.length === 0 ? (
        <EmptyState icon="search" title={t('list.none')} action={<Button onClick={() => onFilter({})}>{t('list.clear')}</Button>}>
          {t('list.noneText')}
        </EmptyState>
      ) : (
        <RecordTable label={labels.list} columns={columns} rows={rows} to={to} />
      )}
      {query.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button onClick={query.fetchNextPage} disabled={query.isFetchingNextPage}>
            {t('app.more')}
          </Button>
        </div>
      )}
    </>
  )
}
