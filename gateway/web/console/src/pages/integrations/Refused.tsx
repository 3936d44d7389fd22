import { useInfiniteQuery } from '@tanstack/react-query'
import { push, type PushRecord, refusedRecords, retryRecord } from '@/api/push'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useT as useShellT } from '@/i18n/texts'
import { isolated } from '@/i18n/translate'
import { Button } from '@/ui/Button'
import { toast } from '@/ui/toast'
import { useT } from './texts'

/** What the other system would not take, and why. */
export function Refused({ connection }: { connection: string }) {
  const t = useT()
  const shellT = useShellT()
  const { roles } = useUser()
  const query = useInfiniteQuery(refusedRecords(connection))
  const again = useChange({ key: push(connection).queryKey, send: (record: PushRecord) => retryRecord(connection, record), done: () => toast({ title: t('pushAgain') }) })
  const records = query.data?.pages.flatMap(({ items }) => items) ?? []
  if (records.length === 0) return null
  return (
    <section aria-label={t('pushRefused')}>
      <h3 className="mb-1 font-medium">{t('pushRefused')}</h3>
      <ul className="divide-y divide-line">
        {records.map((record) => (
          <li key={`${record.kind} ${record.id}`} className="flex items-start justify-between gap-3 py-2.5">
            <div className="min-w-0">
              <bdi className="font-medium break-words">{record.label}</bdi>
              {record.error && (
                <bdi lang="en" className="block text-[0.867rem] text-danger">
                  {[record.error.detail, record.error.fields.join(', ')].filter(Boolean).join(' · ')}
                </bdi>
              )}
            </div>
            {(roles.includes('admin') || roles.includes('sales')) && (
              <Button size="sm" aria-label={t('pushOneAgain', { name: isolated(record.label) })} onClick={() => again.mutate(record)} disabled={again.isPending}>
                {t('pushRetry')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button className="mt-2" onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
          {shellT('app.more')}
        </Button>
      )}
    </section>
  )
}
