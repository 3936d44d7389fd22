import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { tasks, type TaskView } from '@/api/tasks'
import { Page } from '@/app/Page'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Icon } from '@/ui/Icon'
import { Tabs } from '@/ui/Tabs'
import { TaskList } from './TaskList'
import { useT } from './texts'
import { useMayDo } from './useMayDo'

const NewTaskDialog = lazy(() => import('./NewTaskDialog').then((module) => ({ default: module.NewTaskDialog })))

const route = getRouteApi('/signed-in/tasks')
const VIEWS: TaskView[] = ['mine', 'all', 'done']

/** What is to be done: by oneself, by anybody; and what was done. */
export function TasksPage() {
  const t = useT()
  const navigate = useNavigate()
  const mayDo = useMayDo()
  const { view = 'mine' } = route.useSearch()
  const [adding, setAdding] = useState(false)
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        mayDo && (
          <Button variant="primary" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {t('new')}
          </Button>
        )
      }
    >
      <Tabs
        label={t('views')}
        value={view}
        onChange={(next) => void navigate({ to: '/tasks', search: next === 'mine' ? {} : { view: next }, replace: true })}
        tabs={VIEWS.map((value) => ({ value, label: t(`view.${value}`), content: <View view={value} /> }))}
      />
      {adding && (
        <Suspense>
          <NewTaskDialog onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </Page>
  )
}

function View({ view }: { view: TaskView }) {
  const t = useT()
  const query = useInfiniteQuery({ ...tasks(view), placeholderData: keepPreviousData })
  return (
    <TaskList
      label={t(`view.${view}`)}
      query={query}
      empty={
        <div className="rounded-xl border border-line bg-card">
          <EmptyState icon="tasks" title={t(`empty.${view}`)}>
            {t(`emptyText.${view}`)}
          </EmptyState>
        </div>
      }
    />
  )
}
