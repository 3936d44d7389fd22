import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { queue, type Waiting } from '@/api/conversations'
import { personas } from '@/api/personas'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useFormats } from '@/i18n/formats'
import { Badge } from '@/ui/Badge'
import { EmptyState } from '@/ui/EmptyState'
import { Words } from '@/ui/Words'
import { Ago } from '../records/Ago'
import { type Column, RecordTable } from '../records/RecordTable'
import { useT } from './texts'

/** Who waits for a person, and who talks to one. */
export function ConversationsPage() {
  const t = useT()
  const query = useQuery(queue)
  const columns = useColumns()
  const rows = query.data?.toSorted((one, other) => Number(one.agent !== undefined) - Number(other.agent !== undefined))
  return (
    <Page title={t('title')} lead={t('lead')}>
      {query.error && rows === undefined ? (
        <Failure error={query.error} onRetry={query.refetch} />
      ) : rows?.length === 0 ? (
        <div className="rounded-xl border border-line bg-card">
          <EmptyState icon="chat" title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        </div>
      ) : (
        <RecordTable label={t('title')} columns={columns} rows={rows} to="/conversations/$id" below={(row) => <Below row={row} />} />
      )}
    </Page>
  )
}

function useColumns(): Column<Waiting>[] {
  const t = useT()
  const { percent } = useFormats()
  const { data } = useQuery(personas)
  return useMemo(
    () => [
      { key: 'last', title: t('last'), cell: (row) => <Words className="truncate font-medium">{row.lastMessage ?? t('one')}</Words> },
      {
        key: 'persona',
        title: t('persona'),
        wide: 'w-[18%]',
        cell: (row) => <Words className="truncate">{data?.find(({ id }) => id === row.persona)?.name ?? row.persona}</Words>,
      },
      { key: 'intent', title: t('intent'), wide: 'w-24', spare: true, cell: (row) => (row.intent === undefined ? '–' : percent(row.intent)) },
      { key: 'agent', title: t('with'), wide: 'w-40', cell: (row) => <With row={row} /> },
      { key: 'changed', title: t('since'), wide: 'w-36', cell: (row) => <Ago time={row.updatedAt} /> },
    ],
    [t, percent, data],
  )
}

function With({ row }: { row: Waiting }) {
  const t = useT()
  return row.agent === undefined ? (
    <Badge tone="amber">{t(row.called === undefined ? 'waits' : 'called')}</Badge>
  ) : (
    <Badge tone="accent">
      <bdi>{row.agent}</bdi>
    </Badge>
  )
}

function Below({ row }: { row: Waiting }) {
  return (
    <>
      <With row={row} />
      <Ago time={row.updatedAt} />
    </>
  )
}
