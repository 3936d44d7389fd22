import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { type Webhook, webhooks, type WithSecret } from '@/api/deliveries'
import { Failure } from '@/app/Failure'
import { useUser } from '@/app/user'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Icon } from '@/ui/Icon'
import { PageSkeleton } from '../records/PageSkeleton'
import { WebhookCard } from './WebhookCard'
import { useT } from './texts'

const WebhookDialog = lazy(() => import('./WebhookDialog').then((module) => ({ default: module.WebhookDialog })))
const SecretOnce = lazy(() => import('./SecretOnce').then((module) => ({ default: module.SecretOnce })))

/** Who is told what happens; administrators change it. */
export function Webhooks() {
  const t = useT()
  const admin = useUser().roles.includes('admin')
  const query = useQuery(webhooks)
  const [editing, setEditing] = useState<Webhook | 'new' | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const made = ({ secret }: WithSecret) => {
    setEditing(null)
    setSecret(secret)
  }
  const add = (
    <Button variant="primary" onClick={() => setEditing('new')}>
      <Icon name="plus" />
      {t('newWebhook')}
    </Button>
  )
  if (query.error && query.data === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  if (query.data === undefined) return <PageSkeleton />
  return (
    <>
      {query.data.length === 0 ? (
        <div className="rounded-xl border border-line bg-card">
          <EmptyState icon="link" title={t('noWebhooks')} action={admin && add}>
            {t('noWebhooksText')}
          </EmptyState>
        </div>
      ) : (
        <>
          {admin && <div className="mb-4">{add}</div>}
          <ul className="grid gap-4 lg:grid-cols-2">
            {query.data.map((webhook) => (
              <li key={webhook.id}>
                <WebhookCard webhook={webhook} onEdit={() => setEditing(webhook)} onSecret={setSecret} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Suspense>
        {editing !== null && <WebhookDialog {...(editing === 'new' ? {} : { webhook: editing })} onClose={() => setEditing(null)} onMade={made} />}
        {secret !== null && <SecretOnce secret={secret} onClose={() => setSecret(null)} />}
      </Suspense>
    </>
  )
}
