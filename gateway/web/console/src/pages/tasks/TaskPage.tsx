import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Task, task } from '@/api/tasks'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { Badge } from '@/ui/Badge'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Checkbox } from '@/ui/Checkbox'
import { Words } from '@/ui/Words'
import { BackLink } from '../records/BackLink'
import { Fact, Facts } from '../records/Facts'
import { PageSkeleton } from '../records/PageSkeleton'
import { Due } from './Due'
import { SubjectLink } from './SubjectLink'
import { TaskActions } from './TaskActions'
import { TaskTalk } from './TaskTalk'
import { useT } from './texts'
import { useMayDo } from './useMayDo'
import { useTaskChange } from './useTaskChange'
import { useWhose } from './who'

const route = getRouteApi('/signed-in/tasks/$id')

export function TaskPage() {
  const t = useT()
  const { id } = route.useParams()
  const query = useQuery(task(id))
  const back = <BackLink to="/tasks">{t('title')}</BackLink>
  if (query.data !== undefined) return <Loaded key={id} shown={query.data} back={back} />
  return (
    <Page title={t('title')} above={back}>
      {query.error ? <Failure error={query.error} onRetry={query.refetch} /> : <PageSkeleton />}
    </Page>
  )
}

function Loaded({ shown, back }: { shown: Task; back: ReactNode }) {
  const t = useT()
  const whose = useWhose()
  return (
    <Page
      title={shown.title}
      above={back}
      lead={
        <span className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.867rem]">
          <Badge tone={shown.state === 'done' ? 'accent' : 'neutral'}>{t(`state.${shown.state}`)}</Badge>
          <Due task={shown} />
          <span>{whose(shown)}</span>
        </span>
      }
      actions={<TaskActions shown={shown} />}
    >
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        <div className="flex flex-col gap-5">
          {shown.text !== '' && (
            <Card>
              <CardContent className="pt-5">
                <Words className="leading-relaxed break-words whitespace-pre-line">{shown.text}</Words>
              </CardContent>
            </Card>
          )}
          {shown.checklist.length > 0 && <Checklist shown={shown} />}
          <TaskTalk shown={shown} />
        </div>
        <About shown={shown} />
      </div>
    </Page>
  )
}

function Checklist({ shown }: { shown: Task }) {
  const t = useT()
  const mayDo = useMayDo()
  const { change } = useTaskChange()
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('checklist')}</CardTitle>
      </CardHeader>
      <CardContent>
        <ul className="flex flex-col gap-2">
          {shown.checklist.map(({ text, done }, item) => (
            <li key={`${item} ${text}`}>
              <Checkbox
                label={text}
                checked={done}
                disabled={!mayDo || shown.state === 'done'}
                onChange={(event) => change(shown, { do: 'check', item, done: event.target.checked })}
              />
            </li>
          ))}
        </ul>
      </CardContent>
    </Card>
  )
}

function About({ shown: { subject, origin, priority } }: { shown: Task }) {
  const t = useT()
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('about')}</CardTitle>
      </CardHeader>
      <CardContent>
        <Facts>
          {subject && (
            <Fact label={t('subject')}>
              <SubjectLink subject={subject} />
            </Fact>
          )}
          <Fact label={t('priority')}>{t(`priority.${priority}`)}</Fact>
          <Fact label={t('origin')}>{origin === null ? t('byPerson') : <OriginLink {...origin} />}</Fact>
        </Facts>
      </CardContent>
    </Card>
  )
}

/** The way to the run that made a task. */
function OriginLink({ automation, run }: { automation: string; run: string }) {
  const t = useT()
  return (
    <Link to="/automations/$name" params={{ name: automation }} search={{ run }} className="text-accent underline-offset-2 hover:underline">
      {t('automation')} <bdi>{automation}</bdi>
    </Link>
  )
}
