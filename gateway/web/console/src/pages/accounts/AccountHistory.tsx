import { useInfiniteQuery } from '@tanstack/react-query'
import { accountHistory } from '@/api/accounts'
import { useColleagues } from '@/app/colleagues'
import { Failure } from '@/app/Failure'
import { useFormats } from '@/i18n/formats'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Skeleton } from '@/ui/Skeleton'
import { Ago } from '../records/Ago'
import { fieldKey, told } from './model/history'
import { type Key, useT } from './texts'

/** Who changed what of an account, the latest first. */
export function AccountHistory({ id }: { id: string }) {
  const t = useT()
  const shellT = useShellT()
  const { number, list } = useFormats()
  const { nameOf } = useColleagues()
  const nameOfField = (kind: string, field: string) => {
    const key = fieldKey(kind, field)
    return key === undefined ? field : t(key)
  }
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
              {told(entry.changes).map(({ kind, count, added, name, fields, reason }) => (
                <li key={kind}>
                  {t(`thing.${kind}` as Key)}
                  {count > 1 && ` × ${number(count)}`}
                  {added && <span className="text-quiet"> · {t('wasAdded')}</span>}
                  {name !== undefined && (
                    <>
                      {' · '}
                      <bdi>{name}</bdi>
                    </>
                  )}
                  {fields.length > 0 && <span className="text-quiet"> · {list(fields.map((field) => nameOfField(kind, field)))}</span>}
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
