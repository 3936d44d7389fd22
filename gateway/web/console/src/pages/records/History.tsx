import { useInfiniteQuery } from '@tanstack/react-query'
import { type Change, history, type Kind } from '@/api/records'
import { Failure } from '@/app/Failure'
import { type Key, useT } from '@/i18n/texts'
import { isolated } from '@/i18n/translate'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Skeleton } from '@/ui/Skeleton'
import { Ago } from './Ago'
import type { Labels } from './labels'
import { isFilled } from './tree'
import { ValueText } from './ValueText'

const CAUSES = ['chat', 'panel', 'prefill', 'generated', 'branch', 'undo', 'migration']

type HistoryProps = {
  kind: Kind
  id: string
  labels: Labels
  /** What a row is called now; undefined for one that is gone. */
  rowName?: (row: string) => string | undefined
}

/** What changed, the latest first: what it was, what it became, and whose words made it so. */
export function History({ kind, id, labels, rowName = () => undefined }: HistoryProps) {
  const t = useT()
  const query = useInfiniteQuery(history(kind, id))
  const changes = query.data?.pages.flatMap((page) => page.items)
  if (query.error && changes === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (changes === undefined) return <Skeleton className="h-40" />
  if (changes.length === 0) {
    return (
      <EmptyState icon="history" title={t('record.history')}>
        {t('history.empty')}
      </EmptyState>
    )
  }
  return (
    <>
      <ol className="ms-2 border-s border-line">
        {changes.map((change) => (
          <li key={`${change.eventId} ${change.path}`} className="relative ps-6 pb-5 last:pb-0">
            <span aria-hidden="true" className="absolute -start-[5px] top-2 size-2.5 rounded-full border-2 border-accent bg-card" />
            <Line change={change} labels={labels} row={rowName(change.path.match(IN_ROW)?.[1] ?? '')} />
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <div className="mt-5 flex justify-center">
          <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
            {t('app.more')}
          </Button>
        </div>
      )}
    </>
  )
}

function Line({ change, labels, row }: { change: Change; labels: Labels; row: string | undefined }) {
  const t = useT()
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">
          {row !== undefined && (
            <>
              <bdi>{row}</bdi>
              {' · '}
            </>
          )}
          {labels.field(change.path)}
        </span>
        <span className="text-[0.867rem] text-quiet">
          {CAUSES.includes(change.cause) ? t(`history.${change.cause}` as Key) : change.cause} · <Ago time={change.at} />
        </span>
      </p>
      {isRow(change) ? (
        isFilled(change.to) ? <p>{t('history.row', { position: Number(change.to) + 1 })}</p> : <p>{t('history.removed')}</p>
      ) : isFilled(change.to ?? undefined) ? (
        <ValueText value={change.to ?? ''} />
      ) : (
        <p className="text-quiet">{t('history.removed')}</p>
      )}
      {!isRow(change) && isFilled(change.from) && (
        <div className="mt-0.5 flex gap-1.5 text-[0.867rem] text-quiet">
          <span>{t('history.before')}</span>
          <ValueText value={change.from} />
        </div>
      )}
      {change.quote && <p className="mt-0.5 text-[0.867rem] text-quiet">{t('history.quote', { quote: isolated(change.quote) })}</p>}
    </>
  )
}

/** A field in a row: `buying_stages[s1].duration`. */
const IN_ROW = /\[([^\]]+)\]\./

/** A row is told of by its position, and its path ends in its id. */
const isRow = (change: Change) => change.path.endsWith(']')
