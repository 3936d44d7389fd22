import { lazy, Suspense, useState } from 'react'
import { changeKey, newSecret, type WidgetKey, type WidgetKeyText, widgetKeys } from '@/api/widget'
import { copy } from '@/app/copy'
import { useChange } from '@/app/useChange'
import { useT as useShellT } from '@/i18n/texts'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import { toast } from '@/ui/toast'
import { Ago } from '../records/Ago'
import { Fact, Facts } from '../records/Facts'
import { KeyForm } from './KeyForm'
import { snippet } from './snippet'
import { useT } from './texts'

const SecretDialog = lazy(() => import('./SecretDialog').then((module) => ({ default: module.SecretDialog })))

/** One key: the line for the page, where it may be used, and what can be done with it. */
export function KeyCard({ widgetKey: shown }: { widgetKey: WidgetKey }) {
  const t = useT()
  const shellT = useShellT()
  const [editing, setEditing] = useState(false)
  const [secret, setSecret] = useState<'ask' | { told: string }>()
  const key = widgetKeys.queryKey
  const change = useChange({
    key,
    send: (part: Partial<WidgetKeyText & { enabled: boolean }>) => changeKey(shown.id, part),
    guess: (now: WidgetKey[], part) => now.map((one) => (one.id === shown.id ? { ...one, ...part } : one)),
    done: ({ enabled }) => {
      if (enabled === undefined) {
        setEditing(false)
        toast({ title: shellT('app.saved') })
      } else {
        toast({
          title: t(enabled ? 'enabled' : 'revoked'),
          undo: { label: shellT('app.undo'), onClick: () => change.mutate({ enabled: !enabled }) },
        })
      }
    },
  })
  const rotate = useChange({ key, send: async () => setSecret({ told: await newSecret(shown.id) }) })
  if (editing) {
    return <KeyForm widgetKey={shown} busy={change.isPending} problem={change.error} onCancel={() => setEditing(false)} onSave={(text) => change.mutate(text)} />
  }
  const line = snippet(location.origin, shown.id)
  return (
    <Card aria-label={shown.name}>
      <CardHeader className="flex-wrap">
        <CardTitle className="flex min-w-0 basis-full flex-wrap items-center gap-x-3 gap-y-1 md:flex-1 md:basis-0">
          <bdi className="break-words">{shown.name}</bdi>
          <Badge tone={shown.enabled ? 'accent' : 'neutral'}>{t(shown.enabled ? 'inUse' : 'off')}</Badge>
        </CardTitle>
        <div className="flex flex-wrap gap-2">
          <Button size="sm" variant="quiet" onClick={() => setSecret('ask')}>
            <Icon name="key" />
            {t(shown.hasSecret ? 'rotate' : 'makeSecret')}
          </Button>
          <Button size="sm" onClick={() => setEditing(true)}>
            <Icon name="edit" />
            {shellT('app.edit')}
          </Button>
          <Button size="sm" variant={shown.enabled ? 'danger' : 'outline'} onClick={() => change.mutate({ enabled: !shown.enabled })} disabled={change.isPending}>
            {t(shown.enabled ? 'revoke' : 'enable')}
          </Button>
        </div>
      </CardHeader>
      <CardContent>
        <div className="flex items-center gap-2 rounded-lg border border-line bg-ground p-2">
          <code dir="ltr" className="min-w-0 flex-1 px-1 text-[0.867rem] break-all">
            {line}
          </code>
          <Button size="sm" aria-label={t('copy', { name: shown.name })} onClick={() => void copy(line, shellT('app.copied'))}>
            <Icon name="copy" />
          </Button>
        </div>
        <Facts>
          <Fact label={t('origins')}>
            <ul>
              {shown.origins.map((origin) => (
                <li key={origin}>
                  <bdi dir="ltr" className="break-all">
                    {origin}
                  </bdi>
                </li>
              ))}
            </ul>
          </Fact>
          <Fact label={t('visitors')}>{t(shown.identityRequired ? 'vouchedOnly' : 'everybody')}</Fact>
          <Fact label={t('made')}>
            <Ago time={shown.createdAt} />
          </Fact>
        </Facts>
      </CardContent>
      {secret !== undefined && (
        <Suspense>
          <SecretDialog
            told={secret === 'ask' ? undefined : secret.told}
            replaces={shown.hasSecret}
            busy={rotate.isPending}
            onMake={() => rotate.mutate(undefined)}
            onClose={() => setSecret(undefined)}
          />
        </Suspense>
      )}
    </Card>
  )
}
