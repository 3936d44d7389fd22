import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { changeConnection, type Connection, connections, type Connector, connectors, type Given } from '@/api/integrations'
import { Problem } from '@/api/problem'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useT as useShellT } from '@/i18n/texts'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import { toast } from '@/ui/toast'
import { BackLink } from '../records/BackLink'
import { Fact, Facts } from '../records/Facts'
import { PageSkeleton } from '../records/PageSkeleton'
import { ConnectionActions } from './ConnectionActions'
import { HookAddress } from './HookAddress'
import { Lines } from './Lines'
import { SettingsForm } from './SettingsForm'
import { StateBadge } from './StateBadge'
import { SyncPanel } from './SyncPanel'
import { useConnections } from './useConnections'
import { useT } from './texts'

const PushPanel = lazy(() => import('./PushPanel').then((module) => ({ default: module.PushPanel })))

const route = getRouteApi('/signed-in/integrations/$id')

/** One connection: how it does, what is in its way, and what it was told. */
export function ConnectionPage() {
  const t = useT()
  const { id } = route.useParams()
  const there = useConnections()
  const gallery = useQuery(connectors)
  const shown = there.data?.find((one) => one.id === id)
  const error = there.error ?? gallery.error ?? (there.data && new Problem({ status: 404, code: 'not-found' }))
  const back = <BackLink to="/integrations">{t('title')}</BackLink>
  if (shown !== undefined && gallery.data !== undefined) {
    const connector = gallery.data.find((one) => one.id === shown.connector)
    return (
      <Page
        title={shown.name}
        above={back}
        lead={
          <span className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.867rem]">
            <StateBadge connection={shown} />
            {connector && <bdi>{connector.name}</bdi>}
          </span>
        }
        actions={<ConnectionActions shown={shown} />}
      >
        <Loaded shown={shown} connector={connector} />
      </Page>
    )
  }
  return (
    <Page title={t('title')} above={back}>
      {error && shown === undefined ? <Failure error={error} onRetry={there.refetch} /> : <PageSkeleton />}
    </Page>
  )
}

function Loaded({ shown, connector }: { shown: Connection; connector: Connector | undefined }) {
  const t = useT()
  return (
    <div className="flex flex-col gap-5">
      {shown.trouble && (
        <p role="alert" className="flex items-start gap-3 rounded-xl bg-danger-soft px-5 py-3 text-danger">
          <Icon name="warning" className="mt-1" />
          <span>
            <span className="block font-medium">{t('needsYou')}</span>
            <bdi lang="en">{shown.trouble.detail}</bdi>
          </span>
        </p>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        <div className="flex flex-col gap-5">
          {shown.sync && <SyncPanel sync={shown.sync} paused={shown.state === 'paused'} connector={connector} />}
          {connector?.abilities.includes('push') && (
            <Suspense fallback={<PageSkeleton />}>
              <PushPanel connection={shown.id} />
            </Suspense>
          )}
          {connector && <Lines title={t('limits')} texts={connector.limits} />}
        </div>
        <div className="flex flex-col gap-5">
          {connector?.abilities.includes('receive') && (
            <>
              <HookAddress connection={shown.id} />
              <Lines title={t('steps')} texts={connector.steps} numbered />
            </>
          )}
          {connector && <Told shown={shown} connector={connector} />}
          {connector && <Lines title={t('terms')} texts={connector.terms} warns />}
        </div>
      </div>
    </div>
  )
}

function Told({ shown, connector }: { shown: Connection; connector: Connector }) {
  const t = useT()
  const shellT = useShellT()
  const user = useUser()
  const change = useChange<Given, Connection[]>({
    key: connections.queryKey,
    quiet: true,
    send: (given) => changeConnection(shown.id, given),
    done: () => toast({ title: shellT('app.saved') }),
  })
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('settings')}</CardTitle>
      </CardHeader>
      <CardContent>
        {user.roles.includes('admin') ? (
          <SettingsForm key={shown.rev} connector={connector} known={shown} busy={change.isPending} problem={change.error} submit={t('tryAndSave')} onSubmit={(given) => change.mutate(given)} />
        ) : (
          <Facts>
            {connector.settings.map(({ name, label, secret }) => (
              <Fact key={name} label={label}>
                {secret ? t(shown.secrets.includes(name) ? 'isKept' : 'notGiven') : <bdi dir="ltr">{shown.settings[name] || t('notGiven')}</bdi>}
              </Fact>
            ))}
          </Facts>
        )}
      </CardContent>
    </Card>
  )
}
