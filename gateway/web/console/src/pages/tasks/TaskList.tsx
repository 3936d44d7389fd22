import type { UseInfiniteQueryResult, InfiniteData } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Page } from '@/api/records'
import type { Task } from '@/api/tasks'
import { Failure } from '@/app/Failure'
import { useShortcuts } from '@/app/shortcuts'
import { useT as useShellT } from '@/i18n/texts'
import { isolated } from '@/i18n/translate'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { cn } from '@/ui/cn'
import { Icon } from '@/ui/Icon'
import { Skeleton } from '@/ui/Skeleton'
import { Words } from '@/ui/Words'
import { useRowKeys } from '../records/useRowKeys'
import { Due } from './Due'
import { useT } from './texts'
import { useTaskChange } from './useTaskChange'
import { useMayDo } from './useMayDo'
import { useWhose } from './who'

type TaskListProps = { label: string; query: UseInfiniteQueryResult<InfiniteData<Page<Task>>>; empty: ReactNode }

/** Tasks, each with a way to be done with it; `j` and `k` go through them, `x` does the one that is at hand. */
export function TaskList({ label, query, empty }: TaskListProps) {
  const t = useT()
  const shellT = useShellT()
  const list = useRowKeys<HTMLUListElement>()
  const { change } = useTaskChange()
  const mayDo = useMayDo()
  const tasks = query.data?.pages.flatMap(({ items }) => items)
  const turn = (task: Task) => change(task, { do: task.state === 'open' ? 'complete' : 'reopen' })
  useShortcuts(mayDo ? { x: () => tasks?.filter(({ id }) => document.activeElement?.getAttribute('data-row') === id).forEach(turn) } : {})
  if (query.error && tasks === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (tasks === undefined) return <Waiting label={shellT('app.loading')} />
  if (tasks.length === 0) return empty
  return (
    <>
      <ul ref={list} aria-label={label} className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-card">
        {tasks.map((task) => (
          <li key={task.id} className="relative flex items-start gap-3 px-4 py-3 hover:bg-raised/60">
            {mayDo && (
              <button
                type="button"
                aria-label={t(task.state === 'open' ? 'doneWith' : 'notDone', { title: isolated(task.title) })}
                onClick={() => turn(task)}
                className={cn(
                  'z-10 mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-full border',
                  task.state === 'done' ? 'border-accent bg-accent text-on-accent' : 'border-line-strong bg-card text-transparent hover:border-accent hover:text-accent',
                )}
              >
                <Icon name="check" />
              </button>
            )}
            <Row task={task} />
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

function Row({ task }: { task: Task }) {
  const t = useT()
  const whose = useWhose()
  const ticked = task.checklist.filter(({ done }) => done).length
  return (
    <Link
      data-row={task.id}
      to="/tasks/$id"
      params={{ id: task.id }}
      className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1 text-ink no-underline after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
    >
      <Words className={cn('min-w-48 flex-1 font-medium', task.state === 'done' && 'text-quiet line-through')}>{task.title}</Words>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.867rem] text-quiet">
        {task.priority === 'high' && <Badge tone="danger">{t('priority.high')}</Badge>}
        {task.checklist.length > 0 && <span className="tabular-nums">{t('ticked', { done: ticked, total: task.checklist.length })}</span>}
        <span>{whose(task)}</span>
        <Due task={task} />
      </span>
    </Link>
  )
}

function Waiting({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-2">
      {[0, 1, 2, 3].map((place) => (
        <Skeleton key={place} className="h-12 rounded-xl" />
      ))}
    </div>
  )
}
