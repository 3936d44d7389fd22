import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type LeadFilter, type LeadRow, leads } from '@/api/leads'
import { LEAD_STATUS, type LeadStatus } from '@/api/leadStatus'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useFormats } from '@/i18n/formats'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Select } from '@/ui/Select'
import { Words } from '@/ui/Words'
import { Ago } from '../records/Ago'
import { useLive } from '../records/live'
import { type Column, RecordTable } from '../records/RecordTable'
import { Grade } from './Grade'
import { LeadBadge } from './LeadBadge'
import { useT } from './texts'

const route = getRouteApi('/signed-in/leads')
const GRADES = ['A', 'B', 'C', 'D'] as const

/** Who may buy, the likeliest first. */
export function LeadsPage() {
  const t = useT()
  const shellT = useShellT()
  const navigate = useNavigate()
  const filter = route.useSearch()
  const query = useInfiniteQuery({ ...leads(filter), placeholderData: keepPreviousData })
  const columns = useColumns()
  useLive('leads')
  const rows = query.data?.pages.flatMap(({ items }) => items)
  const go = (search: LeadFilter) => void navigate({ to: '/leads', search, replace: true })
  const filtered = Object.keys(filter).length > 0
  if (rows?.length === 0 && !filtered) {
    return (
      <Page title={t('title')} lead={t('lead')}>
        <div className="rounded-xl border border-line bg-card">
          <EmptyState icon="lead" title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        </div>
      </Page>
    )
  }
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Filters filter={filter} onChange={go} />
      {query.error && rows === undefined ? (
        <Failure error={query.error} onRetry={query.refetch} />
      ) : rows?.length === 0 ? (
        <EmptyState icon="search" title={shellT('list.none')} action={<Button onClick={() => go({})}>{t('clear')}</Button>}>
          {t('noneText')}
        </EmptyState>
      ) : (
        <RecordTable label={t('title')} columns={columns} rows={rows} to="/leads/$id" below={(row) => <Below row={row} />} />
      )}
      {query.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
            {shellT('app.more')}
          </Button>
        </div>
      )}
    </Page>
  )
}

function Filters({ filter, onChange }: { filter: LeadFilter; onChange: (filter: LeadFilter) => void }) {
  const t = useT()
  const { grade, status, ...rest } = filter
  return (
    <div className="mb-4 flex flex-wrap gap-2">
      <Select<(typeof GRADES)[number] | ''>
        label={t('grade')}
        value={grade ?? ''}
        options={[{ value: '', label: t('everyGrade') }, ...GRADES.map((value) => ({ value, label: t('gradeOf', { grade: value }) }))]}
        onChange={(next) => onChange({ ...rest, ...(status && { status }), ...(next && { grade: next }) })}
      />
      <Select<LeadStatus | ''>
        label={t('status')}
        value={status ?? ''}
        options={[{ value: '', label: t('everyStatus') }, ...LEAD_STATUS.map((value) => ({ value, label: t(`status.${value}`) }))]}
        onChange={(next) => onChange({ ...rest, ...(grade && { grade }), ...(next && { status: next }) })}
      />
    </div>
  )
}

function useColumns(): Column<LeadRow>[] {
  const t = useT()
  const { percent } = useFormats()
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('who'),
        cell: (row) => (
          <>
            <Words className="truncate font-medium">{row.name ?? row.email}</Words>
            <Words className="truncate text-[0.867rem] text-quiet">{[row.company, row.name && row.email].filter(Boolean).join(' · ')}</Words>
          </>
        ),
      },
      { key: 'score', title: t('score'), wide: 'w-28', cell: (row) => <Grade grade={row.grade} points={row.points} /> },
      { key: 'probability', title: t('probability'), wide: 'w-28', spare: true, cell: (row) => percent(row.conversionProbability) },
      { key: 'persona', title: t('persona'), wide: 'w-[18%]', spare: true, cell: (row) => <Words className="truncate">{row.persona?.name}</Words> },
      { key: 'status', title: t('status'), wide: 'w-28', cell: (row) => <LeadBadge status={row.status} /> },
      { key: 'last', title: t('last'), wide: 'w-36', cell: (row) => <Ago time={row.lastActivityAt} /> },
    ],
    [t, percent],
  )
}

function Below({ row }: { row: LeadRow }) {
  return (
    <>
      <Grade grade={row.grade} points={row.points} />
      <LeadBadge status={row.status} />
      <Ago time={row.lastActivityAt} />
    </>
  )
}
