import { useInfiniteQuery } from '@tanstack/react-query'
import { accountHistory } from '@/api/accounts'
import { useColleagues } from '@/app/colleagues'
import { Failure } from '@/app/Failure'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Skeleton } from '@/ui/Skeleton'
import { Ago } from '../records/Ago'
import { type Key, useT } from './texts'

/** Who changed what of an account, the latest first. */
export function AccountHistory({ id }: { id: string }) {
  const t = useT()
  const shellT = useShellT()
  const { nameOf } = useColleagues()
  const query = useInfiniteQuery(accountHistory(id))
  const entries = query.data?.pages.flat()
  if (query.error && entries === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (entries === undefined) return <Skeleton className="h-40" />
  return (
    <>
      <ol className="max-h-[32rem] overflow-y-auto" tabIndex={0} aria-label={t('history')}>
        {entries.map((entry) => (
          <li key={entry.rev} className="border-b border-line py-2 last:border-0">
            <p className="text-[0.867rem] text-quiet">
              <bdi>{nameOf(entry.by)}</bdi> · <Ago time={entry.at} />
            </p>
            <ul>
              {kinds(entry.changes).map(({ kind, count, paths, reason }) => (
                <li key={kind}>
                  {t(`thing.${kind}` as Key)}
                  {count > 1 && ` × ${count}`}
                  {paths.length > 0 && <span className="text-quiet"> · {paths.join(', ')}</span>}
                  {reason && <bdi className="block text-[0.867rem] text-quiet">{shellT('history.quote', { quote: reason })}</bdi>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <div className="mt-3 flex justify-center">
          <Button size="sm" onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
            {shellT('app.more')}
          </Button>
        </div>
      )}
    </>
  )
}

type Changes = { kind: string; reason?: string; edits: { path: string }[] }[]

/** The changes of one write, those of a kind together. */
export function kinds(changes: Changes): { kind: string; count: number; paths: string[]; reason: string | undefined }[] {
  return [...new Set(changes.map(({ kind }) => kind))].map((kind) => {
    const same = changes.filter((change) => change.kind === kind)
    const paths = same.length === 1 ? [...new Set(same[0]?.edits.map(({ path }) => path.split('.').at(-1) ?? path))].filter((path) => !['rev', 'changedAt'].includes(path)) : []
    return { kind, count: same.length, paths: paths.slice(0, 6), reason: same.find(({ reason }) => reason)?.reason }
  })
}
