import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { changeTask, type Task, task as one, type TaskChange } from '@/api/tasks'
import type { Page } from '@/api/records'
import { useChange } from '@/app/useChange'
import { useT as useShellT } from '@/i18n/texts'
import { toast } from '@/ui/toast'
import { changed } from './model'
import { useT } from './texts'

type Input = { task: Task; change: TaskChange }

/** Changes a task at once, wherever it is shown; what ends or begins it anew can be undone. */
export function useTaskChange() {
  const t = useT()
  const shellT = useShellT()
  const client = useQueryClient()
  const show = (task: Task, now: (shown: Task) => Task) => {
    const swap = (shown: Task) => (shown.id === task.id ? now(shown) : shown)
    client.setQueryData<Task>(one(task.id).queryKey, (shown) => shown && swap(shown))
    client.setQueriesData<InfiniteData<Page<Task>>>({ queryKey: ['tasks', 'list'] }, (shown) =>
      shown && { ...shown, pages: shown.pages.map((page) => ({ ...page, items: page.items.map(swap) })) },
    )
  }
  const { mutate, isPending } = useChange<Input, null>({
    key: ['tasks'],
    // Two ticks of a checklist are two revisions.
    inTurn: 'tasks',
    send: ({ task, change }) => changeTask(task.id, task.rev, change),
    done: ({ task, change }) => {
      if (change.do !== 'complete' && change.do !== 'reopen') return
      const back = { task: { ...task, rev: task.rev + 1 }, change: { do: change.do === 'complete' ? 'reopen' : 'complete' } } as const
      toast({ title: t(change.do === 'complete' ? 'isDone' : 'isOpen'), undo: { label: shellT('app.undo'), onClick: () => decide(back) } })
    },
  })
  const decide = (input: Input, kept?: () => void) => {
    const { task, change } = input
    show(task, (shown) => changed(shown, change))
    mutate(input, { onError: () => show(task, () => task), ...(kept && { onSuccess: kept }) })
  }
  // `kept` is called once the server has it.
  return { change: (task: Task, change: TaskChange, kept?: () => void) => decide({ task, change }, kept), busy: isPending }
}
