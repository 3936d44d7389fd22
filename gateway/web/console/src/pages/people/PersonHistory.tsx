import { useInfiniteQuery } from '@tanstack/react-query'
import { type PersonFields, personHistory } from '@/api/people'
import { Failure } from '@/app/Failure'
import { useT as useShellT } from '@/i18n/texts'
import { isolated } from '@/i18n/translate'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Skeleton } from '@/ui/Skeleton'
import { Ago } from '../records/Ago'
import { ValueText } from '../records/ValueText'
import { type Key, useT } from './texts'
import { useValueInWords } from './words'

const CAUSES = ['heard', 'edited', 'locked', 'unlocked', 'undone', 'merged', 'unmerged', 'consented']

/** What changed about somebody, the latest first. */
export function PersonHistory({ id, fields }: { id: string; fields: PersonFields | undefined }) {
  const t = useT()
  const shellT = useShellT()
  const inWords = useValueInWords()
  const fieldOf = (path: string) => fields?.items.find((field) => field.path === path)
  const query = useInfiniteQuery(personHistory(id))
  const changes = query.data?.pages.flatMap(({ items }) => items)
  if (query.error && changes === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (changes === undefined) return <Skeleton className="h-40" />
  if (changes.length === 0) {
    return (
      <EmptyState icon="history" title={shellT('record.history')}>
        {shellT('history.empty')}
      </EmptyState>
    )
  }
  return (
    <>
      <ol className="ms-2 border-s border-line">
        {changes.map((change, place) => (
          <li key={`${change.rev} ${change.path} ${place}`} className="relative ps-6 pb-5 last:pb-0">
            <span aria-hidden="true" className="absolute -start-[5px] top-2 size-2.5 rounded-full border-2 border-accent bg-card" />
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-medium">{fieldOf(change.path)?.label ?? change.path}</span>
              <span className="text-[0.867rem] text-quiet">
                {CAUSES.includes(change.cause) ? t(`cause.${change.cause}` as Key) : change.cause}
                {change.actor && <bdi> · {change.actor}</bdi>} · <Ago time={change.at} />
              </span>
            </p>
            {change.to === undefined ? <p className="text-quiet">{shellT('history.removed')}</p> : <ValueText value={inWords(fieldOf(change.path), change.to)} />}
            {change.quote && <p className="text-[0.867rem] text-quiet">{shellT('history.quote', { quote: isolated(change.quote) })}</p>}
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <div className="mt-5 flex justify-center">
          <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
            {shellT('app.more')}
          </Button>
        </div>
      )}
    </>
  )
}
