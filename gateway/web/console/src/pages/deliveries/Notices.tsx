import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { type NoticeRule, noticeRules } from '@/api/notices'
import { Failure } from '@/app/Failure'
import { useUser } from '@/app/user'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Icon } from '@/ui/Icon'
import { PageSkeleton } from '../records/PageSkeleton'
import { NoticeCard } from './NoticeCard'
import { useT } from './texts'

const NoticeDialog = lazy(() => import('./NoticeDialog').then((module) => ({ default: module.NoticeDialog })))

/** Who is told of what by Slack and e-mail; administrators change it. */
export function Notices() {
  const t = useT()
  const admin = useUser().roles.includes('admin')
  const query = useQuery(noticeRules)
  const [editing, setEditing] = useState<NoticeRule | 'new' | null>(null)
  const add = (
    <Button variant="primary" onClick={() => setEditing('new')}>
      <Icon name="plus" />
      {t('newNotice')}
    </Button>
  )
  if (query.error && query.data === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (query.data === undefined) return <PageSkeleton />
  const { items, occasions } = query.data
  return (
    <>
      {items.length === 0 ? (
        <div className="rounded-xl border border-line bg-card">
          <EmptyState icon="bell" title={t('noNotices')} action={admin && add}>
            {t('noNoticesText')}
          </EmptyState>
        </div>
      ) : (
        <>
          {admin && <div className="mb-4">{add}</div>}
          <ul className="grid gap-4 lg:grid-cols-2">
            {items.map((rule) => (
              <li key={rule.id}>
                <NoticeCard rule={rule} onEdit={() => setEditing(rule)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Suspense>{editing !== null && <NoticeDialog occasions={occasions} {...(editing === 'new' ? {} : { rule: editing })} onClose={() => setEditing(null)} />}</Suspense>
    </>
  )
}
