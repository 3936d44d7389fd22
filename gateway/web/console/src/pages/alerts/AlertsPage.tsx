import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { alerts } from '@/api/alerts'
import { ALERT_TYPES, type AlertType } from '@/api/alertKinds'
import { mayServe } from '@/api/me'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useShortcuts } from '@/app/shortcuts'
import { useUser } from '@/app/user'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { cn } from '@/ui/cn'
import { EmptyState } from '@/ui/EmptyState'
import { Kbd } from '@/ui/Kbd'
import { Select } from '@/ui/Select'
import { Skeleton } from '@/ui/Skeleton'
import { useT as useHealthT } from '../health/texts'
import { AlertLine } from './AlertLine'
import { BulkBar } from './BulkBar'
import { focusNear, lineOf, step } from './focus'
import { type AlertsSearch, alertsSearch, belongsTo, filterOf, isGone, type View, VIEWS } from './model/views'
import { until } from './model/snooze'
import { useT } from './texts'
import { type Deed, useAlertChanges } from './useAlertChanges'
import { useAlertFeed } from './useAlertFeed'

const route = getRouteApi('/signed-in/alerts')
/** A snooze ends by the clock, and no event tells of it. */
const EVERY_MS = 5 * 60_000

/** What somebody should look at, the newest first; worked through by keys. */
export function AlertsPage() {
  const t = useT()
  const healthT = useHealthT()
  const navigate = useNavigate()
  const user = useUser()
  const search = route.useSearch()
  const { view = 'open', type } = search
  const go = (next: AlertsSearch) => void navigate({ to: '/alerts', search: next, replace: true })
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-4 gap-y-2 border-b border-line">
        <nav aria-label={t('views')} className="flex gap-1 overflow-x-auto">
          {VIEWS.map((one) => (
            <ViewLink key={one} view={one} current={one === view} type={type} />
          ))}
        </nav>
        <Select<AlertType | ''>
          label={t('type')}
          value={type ?? ''}
          options={[{ value: '', label: t('everyType') }, ...ALERT_TYPES.map((value) => ({ value, label: healthT(`alert.${value}`) }))]}
          onChange={(next) => go({ ...(search.view && { view: search.view }), ...(next && { type: next }) })}
          className="mb-2"
        />
      </div>
      <Inbox key={`${view} ${type ?? ''}`} search={search} me={user.id} writes={mayServe(user) || user.roles.includes('marketer')} onShowAll={() => go({})} />
    </Page>
  )
}

function ViewLink({ view, current, type }: { view: View; current: boolean; type: AlertType | undefined }) {
  const t = useT()
  return (
    <Link
      to="/alerts"
      search={alertsSearch({ view, type })}
      activeOptions={{ exact: true }}
      aria-current={current ? 'page' : undefined}
      className={cn(
        '-mb-px flex h-10 items-center border-b-2 px-3 font-medium whitespace-nowrap no-underline outline-offset-[-2px]',
        current ? 'border-accent text-ink' : 'border-transparent text-quiet hover:text-ink',
      )}
    >
      {t(`view.${view}`)}
    </Link>
  )
}

type InboxProps = { search: AlertsSearch; me: string; writes: boolean; onShowAll: () => void }

function Inbox({ search, me, writes, onShowAll }: InboxProps) {
  const t = useT()
  const shellT = useShellT()
  const list = useRef<HTMLUListElement>(null)
  const { view = 'open' } = search
  const asked = useMemo(() => alerts(filterOf(search, me)), [search, me])
  useAlertFeed(asked.queryKey, useMemo(() => belongsTo(search, me), [search, me]))
  const query = useInfiniteQuery({ ...asked, placeholderData: keepPreviousData, refetchInterval: EVERY_MS })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items).filter(({ status }) => view !== 'mine' || status !== 'cleared'), [query.data, view])
  const change = useAlertChanges(asked.queryKey, (deed) => isGone(view, deed.kind))
  const marked = rows?.filter(({ id }) => chosen.has(id)) ?? []
  const works = writes && view !== 'cleared'

  function act(deed: Deed) {
    if (deed.of.length === 0) return
    if (isGone(view, deed.kind)) focusNear(list.current, deed.of)
    setChosen(new Set())
    change.mutate(deed)
  }
  const choose = (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  const here = () => rows?.find(({ id }) => id === lineOf(document.activeElement))
  /** What is chosen, or else the one in focus. */
  const meant = () => (marked.length > 0 ? marked : [here()].filter((alert) => alert !== undefined))
  useShortcuts({
    j: () => step(list.current, 1),
    k: () => step(list.current, -1),
    ...(works && {
      e: () => act({ kind: 'acknowledge', of: meant().filter(({ status }) => status !== 'acknowledged') }),
      h: () => act({ kind: 'snooze', of: meant(), until: until('tomorrow', new Date()).toISOString() }),
      a: () => act({ kind: 'assign', of: meant().filter(({ assignee }) => assignee !== me), to: me }),
      d: () => act({ kind: 'clear', of: meant() }),
      x: () => {
        const alert = here()
        if (alert !== undefined) choose(alert.id)
      },
    }),
  })

  if (query.error && rows === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (rows === undefined) return <Skeleton className="h-64 rounded-xl" />
  if (rows.length === 0) {
    return (
      <div className="rounded-xl border border-line bg-card">
        <EmptyState icon="bell" title={t(`none.${view}`)} action={view === 'open' && search.type === undefined ? undefined : <Button onClick={onShowAll}>{t('showOpen')}</Button>}>
          {t(view === 'open' ? 'noneText' : 'noneHere')}
        </EmptyState>
      </div>
    )
  }
  return (
    <>
      {works && <BulkBar count={marked.length} total={rows.length} onAll={(all) => setChosen(new Set(all ? rows.map(({ id }) => id) : []))} onDo={(deed) => act({ ...deed, of: marked } as Deed)} me={me} />}
      <ul ref={list} className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-card" aria-label={t('title')}>
        {rows.map((alert) => (
          <AlertLine key={alert.id} alert={alert} {...(works && { chosen: chosen.has(alert.id), onChoose: () => choose(alert.id), onDo: (deed) => act({ ...deed, of: [alert] } as Deed), me })} />
        ))}
      </ul>
      {works && <Keys />}
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

const KEYS = ['j', 'k', 'x', 'e', 'h', 'a', 'd'] as const

function Keys() {
  const t = useT()
  return (
    <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-[0.8rem] text-quiet max-md:hidden">
      {KEYS.map((key) => (
        <span key={key} className="inline-flex items-center gap-1.5">
          <Kbd>{key.toUpperCase()}</Kbd>
          {t(`key.${key}`)}
        </span>
      ))}
    </p>
  )
}
