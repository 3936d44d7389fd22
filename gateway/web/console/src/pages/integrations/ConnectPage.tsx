import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { connect, type Connection, connections, type Connector, connectors, type Given } from '@/api/integrations'
import { Problem } from '@/api/problem'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useChange } from '@/app/useChange'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Checkbox } from '@/ui/Checkbox'
import { toast } from '@/ui/toast'
import { BackLink } from '../records/BackLink'
import { PageSkeleton } from '../records/PageSkeleton'
import { Lines } from './Lines'
import { SettingsForm } from './SettingsForm'
import { useT } from './texts'

const route = getRouteApi('/signed-in/integrations/connect/$connector')

/** Connects a system: what to do over there, what to agree to, and what it needs to be told. */
export function ConnectPage() {
  const t = useT()
  const { connector: id } = route.useParams()
  const query = useQuery(connectors)
  const connector = query.data?.find((one) => one.id === id)
  return (
    <Page title={connector ? t('connectTo', { name: connector.name }) : t('connect')} lead={connector && <bdi lang="en">{connector.summary}</bdi>} above={<BackLink to="/integrations">{t('title')}</BackLink>}>
      {connector ? (
        <Known key={id} connector={connector} />
      ) : query.error || query.data ? (
        <Failure error={query.error ?? new Problem({ status: 404, code: 'not-found' })} onRetry={query.refetch} />
      ) : (
        <PageSkeleton />
      )}
    </Page>
  )
}

function Known({ connector }: { connector: Connector }) {
  const t = useT()
  const navigate = useNavigate()
  const [agreed, setAgreed] = useState(false)
  const add = useChange<Given, Connection[]>({
    key: connections.queryKey,
    quiet: true,
    send: async (given) => {
      const { id } = await connect(connector.id, given)
      toast({ title: t('isConnected') })
      await navigate({ to: '/integrations/$id', params: { id } })
    },
  })
  const asked = connector.terms.length > 0
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <div className="flex flex-col gap-5">
        <Lines title={t('steps')} texts={connector.steps} numbered />
        <Lines title={t('limits')} texts={connector.limits} />
      </div>
      <div className="flex flex-col gap-5">
        {asked && (
          <Lines title={t('terms')} texts={connector.terms} warns>
            <Checkbox label={t('agree')} checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />
          </Lines>
        )}
        <Card>
          <CardHeader>
            <CardTitle>{t('settings')}</CardTitle>
          </CardHeader>
          <CardContent>
            {asked && !agreed ? (
              <p className="text-quiet">{t('agreeFirst')}</p>
            ) : (
              <SettingsForm connector={connector} busy={add.isPending} problem={add.error} submit={t('connect')} onSubmit={(given) => add.mutate(given)} />
            )}
          </CardContent>
        </Card>
      </div>
    </div>
  )
}
