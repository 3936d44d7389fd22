import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type AccountRow, accounts } from '@/api/accounts'
import { useColleagues } from '@/app/colleagues'
import { Failure } from '@/app/Failure'
import { useFormats } from '@/i18n/formats'
import { useT as useShellT } from '@/i18n/texts'
import { Button, buttonClass } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Words } from '@/ui/Words'
import { Ago } from '../records/Ago'
import { type LongColumn, LongTable } from '../records/LongTable'
import type { AccountsSearch } from './search'
import { StandingBadge } from './StandingBadge'
import { useT } from './texts'

/** All accounts, wherever they stand. */
export function AllAccounts({ search, onChange, onAdd }: { search: AccountsSearch; onChange: (search: AccountsSearch) => void; onAdd?: () => void }) {
  const t = useT()
  const shellT = useShellT()
  const { sort = 'name', list: _, band: __, segment: ___, ...filter } = search
  const query = useInfiniteQuery({ ...accounts({ ...filter, sort }), placeholderData: keepPreviousData })
  const columns = useColumns()
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items), [query.data])
  if (query.error && rows === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (rows?.length === 0) {
    const filtered = Object.keys(filter).length > 0
    return filtered ? (
      <EmptyState icon="search" title={shellT('list.none')} action={<Button onClick={() => onChange({})}>{t('showAll')}</Button>}>
        {t('noneText')}
      </EmptyState>
    ) : (
      <div className="rounded-xl border border-line bg-card">
        <EmptyState icon="company" title={t('empty')} action={
            onAdd && (
              <>
                <Link to="/accounts/import" className={buttonClass({ variant: 'primary' })}>
                  {t('import')}
                </Link>
                <Button onClick={onAdd}>{t('new')}</Button>
              </>
            )
          }>
          {t('emptyText')}
        </EmptyState>
      </div>
    )
  }
  return (
    <LongTable
      label={t('title')}
      columns={columns}
      rows={rows}
      idOf={(row) => row.id}
      below={(row) => <Below row={row} />}
      sort={sort}
      onSort={(next) => onChange({ ...search, sort: next })}
      more={query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined}
    />
  )
}

function useColumns(): LongColumn<AccountRow>[] {
  const t = useT()
  const { day, money, number } = useFormats()
  const { nameOf } = useColleagues()
  return [
    {
      key: 'name',
      title: t('name'),
      sort: 'name',
      cell: (row) => (
        <>
          <Words className="truncate font-medium">{row.name}</Words>
          <Words className="truncate text-[0.867rem] text-quiet">{[row.industry, row.segment].filter(Boolean).join(' · ')}</Words>
        </>
      ),
    },
    { key: 'stage', title: t('stage'), wide: 'w-52', cell: (row) => <StandingBadge standing={row.standing} /> },
    { key: 'owner', title: t('owner'), wide: 'w-36', spare: true, cell: (row) => row.owner && <Words className="truncate">{nameOf(row.owner)}</Words> },
    { key: 'deals', title: t('openDeals'), wide: 'w-18', spare: true, number: true, cell: (row) => number(row.openDeals) },
    { key: 'arr', title: t('arr'), sort: 'arr', wide: 'w-24', spare: true, number: true, cell: (row) => (row.arr > 0 ? money(row.arr, row.currency) : '–') },
    { key: 'renews', title: t('renewsOn'), sort: 'renewsOn', wide: 'w-36', cell: (row) => (row.renewsOn === undefined ? '–' : day(row.renewsOn)) },
    {
      key: 'touch',
      title: t('lastTouch'),
      sort: 'lastTouchAt',
      wide: 'w-36',
      cell: (row) => (row.lastTouchAt === undefined ? <span className="text-quiet">{t('never')}</span> : <Ago time={row.lastTouchAt} />),
    },
  ]
}

function Below({ row }: { row: AccountRow }) {
  const t = useT()
  const { money } = useFormats()
  return (
    <>
      <StandingBadge standing={row.standing} />
      {row.arr > 0 && <span>{t('arrOf', { amount: money(row.arr, row.currency) })}</span>}
    </>
  )
}
