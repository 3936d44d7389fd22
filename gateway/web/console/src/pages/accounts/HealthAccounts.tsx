import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type HealthRow, healthRows } from '@/api/health'
import { Failure } from '@/app/Failure'
import { useFormats } from '@/i18n/formats'
import { useT as useShellT } from '@/i18n/texts'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Words } from '@/ui/Words'
import { Moved, Score } from '../health/Score'
import { type LongColumn, LongTable } from '../records/LongTable'
import type { AccountsSearch } from './search'
import { useT } from './texts'

/** Customers, those who do worst first. */
export function HealthAccounts({ search, onChange }: { search: AccountsSearch; onChange: (search: AccountsSearch) => void }) {
  const t = useT()
  const shellT = useShellT()
  const { sort = 'score', q, band, owner, segment } = search
  const filter = { sort, ...(q && { q }), ...(band && { band }), ...(owner && { owner }), ...(segment && { segment }) }
  const query = useInfiniteQuery({ ...healthRows(filter), placeholderData: keepPreviousData })
  const columns = useColumns()
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items), [query.data])
  if (query.error && rows === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (rows?.length === 0) {
    const filtered = q ?? band ?? owner ?? segment
    return filtered !== undefined ? (
      <EmptyState icon="search" title={shellT('list.none')} action={<Button onClick={() => onChange({ list: 'health' })}>{t('showAll')}</Button>}>
        {t('noneText')}
      </EmptyState>
    ) : (
      <div className="rounded-xl border border-line bg-card">
        <EmptyState icon="pulse" title={t('noCustomers')}>
          {t('noCustomersText')}
        </EmptyState>
      </div>
    )
  }
  return (
    <LongTable
      label={t('list.health')}
      columns={columns}
      rows={rows}
      idOf={(row) => row.account}
      below={(row) => <Score score={row.score} band={row.band} />}
      sort={sort}
      onSort={(next) => onChange({ ...search, sort: next })}
      more={query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined}
    />
  )
}

function useColumns(): LongColumn<HealthRow>[] {
  const t = useT()
  const { day, money, percent, number } = useFormats()
  return [
    {
      key: 'name',
      title: t('name'),
      sort: 'name',
      cell: (row) => (
        <>
          <Words className="truncate font-medium">{row.name}</Words>
          <Words className="truncate text-[0.867rem] text-quiet">{row.segment}</Words>
        </>
      ),
    },
    { key: 'score', title: t('health'), sort: 'score', wide: 'w-44', cell: (row) => <Score score={row.score} band={row.band} /> },
    { key: 'change', title: t('change7d'), sort: 'change', wide: 'w-28', number: true, cell: (row) => <Moved points={row.change7d} /> },
    { key: 'churn', title: t('churn'), sort: 'churn', wide: 'w-28', spare: true, number: true, cell: (row) => (row.churn === undefined ? '–' : percent(row.churn.probability)) },
    { key: 'arr', title: t('arr'), sort: 'arr', wide: 'w-28', spare: true, number: true, cell: (row) => (row.arr === undefined ? '–' : money(row.arr, row.currency)) },
    { key: 'renewal', title: t('renewsOn'), sort: 'renewal-on', wide: 'w-36', cell: (row) => (row.renewalOn === undefined ? '–' : day(row.renewalOn)) },
    { key: 'alerts', title: t('alerts'), wide: 'w-20', number: true, cell: (row) => (row.openAlerts > 0 ? <Badge tone="danger">{number(row.openAlerts)}</Badge> : null) },
  ]
}
