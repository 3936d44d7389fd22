import { useInfiniteQuery } from '@tanstack/react-query'
import { type PrivacyRequest, privacyRequests, type RequestKind } from '@/api/privacy'
import { Failure } from '@/app/Failure'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { PageSkeleton } from '../records/PageSkeleton'
import { RequestCard } from './RequestCard'
import { useT } from './texts'

/** What was asked for, the latest first; what still goes on is looked at again by itself. */
export function RequestList({ kind }: { kind: RequestKind }) {
  const t = useT()
  const shellT = useShellT()
  const query = useInfiniteQuery(privacyRequests(kind))
  const requests: PrivacyRequest[] | undefined = query.data?.pages.flatMap(({ items }) => items)
  if (query.error && requests === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (requests === undefined) return <PageSkeleton />
  if (requests.length === 0) {
    return (
      <div className="rounded-xl border border-line bg-card">
        <EmptyState icon="user" title={t(`none.${kind}`)}>
          {t(`noneText.${kind}`)}
        </EmptyState>
      </div>
    )
  }
  return (
    <>
      <ul className="flex flex-col gap-4">
        {requests.map((request) => (
          <li key={request.id}>
            <RequestCard kind={kind} request={request} />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
            {shellT('app.more')}
          </Button>
        </div>
      )}
    </>
  )
}
