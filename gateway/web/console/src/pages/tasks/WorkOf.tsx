import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { guides, guidesOf } from '@/api/guides'
import { type Subject, tasksOf } from '@/api/tasks'
import { Failure } from '@/app/Failure'
import { EmptyState } from '@/ui/EmptyState'
import { PageSkeleton } from '../records/PageSkeleton'
import { GuideCard } from './GuideCard'
import { TaskList } from './TaskList'
import { useT } from './texts'

/** What is to be done about somebody: checklists one is led through, and tasks. */
export function WorkOf({ subject }: { subject: Subject }) {
  const t = useT()
  const all = useQuery(guides)
  const begun = useQuery(guidesOf(subject))
  const tasks = useInfiniteQuery(tasksOf(subject))
  const error = all.error ?? begun.error
  if (all.data === undefined || begun.data === undefined) return error ? <Failure error={error} onRetry={begun.refetch} /> : <PageSkeleton />
  return (
    <div className="flex flex-col gap-6">
      <section aria-label={t('guides')} className="flex flex-col gap-3">
        <h2 className="text-lg font-semibold">{t('guides')}</h2>
        <ul className="grid items-start gap-4 lg:grid-cols-3">
          {all.data.map((guide) => (
            <li key={guide.guide}>
              <GuideCard guide={guide} rounds={begun.data.filter((one) => one.guide === guide.guide)} subject={subject} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={t('openTasks')} className="flex flex-col gap-3">
        <h2 className="text-lg font-semibold">{t('openTasks')}</h2>
        <TaskList
          label={t('openTasks')}
          query={tasks}
          empty={
            <div className="rounded-xl border border-line bg-card">
              <EmptyState icon="tasks" title={t('nothingOpen')}>
                {t('nothingOpenText')}
              </EmptyState>
            </div>
          }
        />
      </section>
    </div>
  )
}
