import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Connection, type Connector, connectors } from '@/api/integrations'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useUser } from '@/app/user'
import { Badge } from '@/ui/Badge'
import { buttonClass } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { Ago } from '../records/Ago'
import { PageSkeleton } from '../records/PageSkeleton'
import { useRowKeys } from '../records/useRowKeys'
import { StateBadge } from './StateBadge'
import { useConnections } from './useConnections'
import { type Key, useT } from './texts'

/** Which systems are connected and how they do, and which can be. */
export function IntegrationsPage() {
  const t = useT()
  const there = useConnections()
  const gallery = useQuery(connectors)
  const list = useRowKeys<HTMLUListElement>()
  const error = gallery.error ?? there.error
  if (error && (gallery.data === undefined || there.data === undefined)) {
    return (
      <Page title={t('title')} lead={t('lead')}>
        <Failure error={error} onRetry={() => void Promise.all([gallery.refetch(), there.refetch()])} />
      </Page>
    )
  }
  return (
    <Page title={t('title')} lead={t('lead')}>
      {gallery.data === undefined || there.data === undefined ? (
        <PageSkeleton />
      ) : (
        <div className="flex flex-col gap-8">
          <section>
            <h2 className="mb-3 text-lg font-semibold">{t('connected')}</h2>
            {there.data.length === 0 ? (
              <div className="rounded-xl border border-line bg-card">
                <EmptyState icon="plug" heading="h2" title={t('empty')}>
                  {t('emptyText')}
                </EmptyState>
              </div>
            ) : (
              <ul ref={list} className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-card">
                {there.data.map((one) => (
                  <Row key={one.id} connection={one} connector={gallery.data.find(({ id }) => id === one.connector)} />
                ))}
              </ul>
            )}
          </section>
          <section>
            <h2 className="mb-3 text-lg font-semibold">{t('gallery')}</h2>
            <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
              {gallery.data.map((connector) => (
                <li key={connector.id}>
                  <GalleryCard connector={connector} />
                </li>
              ))}
            </ul>
          </section>
        </div>
      )}
    </Page>
  )
}

function Row({ connection, connector }: { connection: Connection; connector: Connector | undefined }) {
  const t = useT()
  const { trouble, sync } = connection
  const wrong = trouble?.detail ?? sync?.error?.detail
  return (
    <li className="relative px-4 py-3 hover:bg-raised/60">
      <Link
        data-row
        to="/integrations/$id"
        params={{ id: connection.id }}
        className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink no-underline after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
      >
        <span className="min-w-40 flex-1">
          <bdi className="font-medium">{connection.name}</bdi>
          {connector && connector.name !== connection.name && <bdi className="ms-2 text-quiet">{connector.name}</bdi>}
          {wrong && <bdi className="block text-[0.867rem] text-danger" lang="en">{wrong}</bdi>}
        </span>
        {sync?.backfilling && <span className="text-[0.867rem] text-quiet">{t('backfilling')}</span>}
        {sync?.lastSyncAt && (
          <span className="text-[0.867rem] text-quiet">
            {t('readLast')} <Ago time={sync.lastSyncAt} />
          </span>
        )}
        <StateBadge connection={connection} />
      </Link>
    </li>
  )
}

const ABILITIES = ['pull', 'receive', 'send', 'push', 'upload']

function GalleryCard({ connector: { id, name, summary, abilities, terms } }: { connector: Connector }) {
  const t = useT()
  const user = useUser()
  return (
    <Card className="flex h-full flex-col gap-3 p-5">
      <h3 className="text-base font-semibold">
        <bdi>{name}</bdi>
      </h3>
      <p lang="en" className="flex-1 text-quiet">
        <bdi>{summary}</bdi>
      </p>
      <ul className="flex flex-wrap gap-1.5">
        {abilities.map((ability) => (
          <li key={ability}>
            <Badge>{ABILITIES.includes(ability) ? t(`ability.${ability}` as Key) : ability}</Badge>
          </li>
        ))}
        {terms.length > 0 && (
          <li>
            <Badge tone="amber">{t('hasTerms')}</Badge>
          </li>
        )}
      </ul>
      {user.roles.includes('admin') && (
        <Link to="/integrations/connect/$connector" params={{ connector: id }} aria-label={t('connectTo', { name })} className={buttonClass({}, 'self-start')}>
          {t('connect')}
        </Link>
      )}
    </Card>
  )
}
