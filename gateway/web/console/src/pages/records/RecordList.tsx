import type { ReactNode } from 'react'
import type { Done, Kind, Status } from '@/api/records'
import { Failure } from '@/app/Failure'
import { useT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Ago } from './Ago'
import { DoneBar } from './DoneBar'
import { ListTools } from './ListTools'
import { type Column, RecordTable } from './RecordTable'
import { StatusBadge } from './StatusBadge'

type Filter = { q?: string; status?: Status }

/** What every row has. */
export type Listed = { id: string; status: Status; progress: Done; lastUpdatedAt: string }

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
        <RecordTable label={labels.list} columns={columns} rows={rows} to={to} below={(row) => <Below {...row} />} />
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

function Below({ progress, lastUpdatedAt, status }: Listed) {
  return (
    <>
      <DoneBar {...progress} />
      <Ago time={lastUpdatedAt} />
      {status === 'completed' && <StatusBadge status={status} />}
    </>
  )
}
