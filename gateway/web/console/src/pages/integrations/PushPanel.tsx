import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Problem } from '@/api/problem'
import { changePush, push, type Push, retryAll } from '@/api/push'
import { Failure } from '@/app/Failure'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useFormats } from '@/i18n/formats'
import { useT as useShellT } from '@/i18n/texts'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Skeleton } from '@/ui/Skeleton'
import { toast } from '@/ui/toast'
import { Ago } from '../records/Ago'
import { Fact, Facts } from '../records/Facts'
import { chosenOf, textOf } from './model/push'
import { useT } from './texts'

const PushForm = lazy(() => import('./PushForm').then((module) => ({ default: module.PushForm })))
const Refused = lazy(() => import('./Refused').then((module) => ({ default: module.Refused })))

/** What is written into the other system by itself, how that goes, and what it would not take; nothing where nothing can be. */
export function PushPanel({ connection }: { connection: string }) {
  const query = useQuery(push(connection))
  if (query.error instanceof Problem && query.error.status === 404) return null
  if (query.error && query.data === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  return query.data === undefined ? <Skeleton className="h-48 rounded-xl" /> : <Loaded connection={connection} shown={query.data} />
}

function Loaded({ connection, shown }: { connection: string; shown: Push }) {
  const t = useT()
  const shellT = useShellT()
  const { roles } = useUser()
  const { number } = useFormats()
  const [editing, setEditing] = useState(false)
  const key = push(connection).queryKey
  const change = useChange<ReturnType<typeof chosenOf>, Push>({
    key,
    quiet: true,
    send: (choice) => changePush(connection, textOf(shown, choice)),
    done: () => {
      setEditing(false)
      toast({ title: shellT('app.saved') })
    },
  })
  const again = useChange({ key, send: () => retryAll(connection), done: () => toast({ title: t('pushAgain') }) })
  const may = roles.includes('admin')
  const { counts } = shown
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('push')}</CardTitle>
        <Badge tone={shown.on ? 'accent' : 'neutral'}>{t(shown.on ? 'pushOn' : 'pushOff')}</Badge>
      </CardHeader>
      <CardContent className="flex flex-col gap-4">
        {shown.error && (
          <p className="rounded-lg bg-amber-soft px-4 py-2.5 text-amber">
            <bdi lang="en" className="block">
              {shown.error.detail}
            </bdi>
            <span className="text-[0.867rem]">{t('byItself', { count: shown.failures })}</span>
          </p>
        )}
        {editing ? (
          <Suspense fallback={<Skeleton className="h-48 rounded-xl" />}>
            <PushForm shown={shown} busy={change.isPending} problem={change.error} onCancel={() => setEditing(false)} onSave={(choice) => change.mutate(choice)} />
          </Suspense>
        ) : (
          <>
            {shown.on ? (
              <Facts>
                <Fact label={t('pushWhat')}>
                  <bdi>{shown.kinds.filter(({ on }) => on).map(({ object }) => object).join(', ')}</bdi>
                </Fact>
                <Fact label={t('pushDone')}>{number(counts.done)}</Fact>
                <Fact label={t('pushWaiting')}>{number(counts.waiting)}</Fact>
                <Fact label={t('pushRefused')}>{number(counts.refused)}</Fact>
                <Fact label={t('pushLast')}>{shown.lastAt ? <Ago time={shown.lastAt} /> : t('notYet')}</Fact>
                {shown.budget && <Fact label={t('budget')}>{t('budgetOf', { left: number(shown.budget.left), limit: number(shown.budget.limit) })}</Fact>}
              </Facts>
            ) : (
              <p className="text-quiet">{t('pushOffText')}</p>
            )}
            <div className="flex flex-wrap gap-2">
              {may && <Button onClick={() => setEditing(true)}>{t('pushChange')}</Button>}
              {(may || roles.includes('sales')) && counts.refused > 0 && (
                <Button onClick={() => again.mutate(undefined)} disabled={again.isPending}>
                  {t('pushAllAgain')}
                </Button>
              )}
            </div>
            {counts.refused > 0 && (
              <Suspense>
                <Refused connection={connection} />
              </Suspense>
            )}
          </>
        )}
      </CardContent>
    </Card>
  )
}
