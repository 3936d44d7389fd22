import { lazy, Suspense, useState } from 'react'
import { changeWebhook, removeWebhook, rotateSecret, testWebhook, type Webhook, webhooks } from '@/api/deliveries'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useT as useShellT } from '@/i18n/texts'
import { isolated } from '@/i18n/translate'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Switch } from '@/ui/Switch'
import { toast } from '@/ui/toast'
import { Ago } from '../records/Ago'
import { useT } from './texts'

const Confirm = lazy(() => import('@/ui/Confirm').then((module) => ({ default: module.Confirm })))

/** One address that is told: what, how it does, and what can be done about it. */
export function WebhookCard({ webhook, onEdit, onSecret }: { webhook: Webhook; onEdit: () => void; onSecret: (secret: string) => void }) {
  const t = useT()
  const shellT = useShellT()
  const admin = useUser().roles.includes('admin')
  const [ending, setEnding] = useState(false)
  const key = webhooks.queryKey
  const turn = useChange<boolean, Webhook[]>({
    key,
    send: (enabled) => changeWebhook(webhook.id, webhook.rev, { enabled }),
    guess: (all, enabled) => all.map((one) => (one.id === webhook.id ? { ...one, enabled } : one)),
  })
  const rotate = useChange({ key, send: async () => onSecret((await rotateSecret(webhook.id, webhook.rev)).secret) })
  const test = useChange({ key: ['deliveries'], send: () => testWebhook(webhook.id), done: () => toast({ title: t('tested'), description: t('testedText') }) })
  const gone = useChange({ key, send: () => removeWebhook(webhook.id), done: () => toast({ title: t('removed') }) })
  const { health } = webhook
  return (
    <Card aria-label={webhook.name} className="flex h-full flex-col gap-3 p-5">
      <div className="flex items-start justify-between gap-3">
        <h2 className="min-w-0 text-base font-semibold">
          <bdi>{webhook.name}</bdi>
          <bdi dir="ltr" className="block truncate text-[0.867rem] font-normal text-quiet">
            {webhook.url}
          </bdi>
        </h2>
        <Switch label={t('tells', { name: isolated(webhook.name) })} on={turn.isPending ? turn.variables : webhook.enabled} disabled={!admin || turn.isPending} onChange={(on) => turn.mutate(on)} />
      </div>
      {webhook.disabledReason && <p className="text-danger">{webhook.disabledReason}</p>}
      <ul className="flex flex-wrap gap-1.5">
        {webhook.events.map((event) => (
          <li key={event}>
            <Badge>
              <code dir="ltr">{event}</code>
            </Badge>
          </li>
        ))}
      </ul>
      <p className="flex-1 text-[0.867rem] text-quiet">
        {health.failures > 0 && <span className="block text-danger">{t('failures', { count: health.failures })}</span>}
        {health.restsUntil && (
          <span className="block">
            {t('rests')} <Ago time={health.restsUntil} />
          </span>
        )}
        {health.lastSuccessAt ? (
          <>
            {t('lastSuccess')} <Ago time={health.lastSuccessAt} />
          </>
        ) : (
          t('neverArrived')
        )}
        {webhook.secretHints.map(({ hint, until }) => (
          <span key={hint} className="block">
            {t('secretEnds')} <code dir="ltr">…{hint}</code>
            {until && (
              <>
                {' '}
                · {t('countsUntil')} <Ago time={until} />
              </>
            )}
          </span>
        ))}
      </p>
      {admin && (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={onEdit}>
            {shellT('app.edit')}
          </Button>
          <Button size="sm" onClick={() => test.mutate(undefined)} disabled={test.isPending || !webhook.enabled}>
            {t('test')}
          </Button>
          <Button size="sm" onClick={() => rotate.mutate(undefined)} disabled={rotate.isPending}>
            {t('newSecret')}
          </Button>
          <Button size="sm" variant="danger" onClick={() => setEnding(true)}>
            {t('remove')}
          </Button>
        </div>
      )}
      {ending && (
        <Suspense>
          <Confirm
            title={t('removeAsk', { name: isolated(webhook.name) })}
            action={t('remove')}
            labels={{ cancel: shellT('app.cancel'), close: shellT('app.close') }}
            busy={gone.isPending}
            onClose={() => setEnding(false)}
            onConfirm={() => gone.mutate(undefined)}
          >
            <p>{t('removeText')}</p>
          </Confirm>
        </Suspense>
      )}
    </Card>
  )
}
