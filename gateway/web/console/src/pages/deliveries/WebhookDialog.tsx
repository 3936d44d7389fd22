import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { addWebhook, changeWebhook, eventTypes, type Webhook, type WebhookText, webhooks, type WithSecret } from '@/api/deliveries'
import { Problem } from '@/api/problem'
import { FormEnd } from '@/app/FormEnd'
import { useChange } from '@/app/useChange'
import { useT as useShellT } from '@/i18n/texts'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { useT } from './texts'

type WebhookDialogProps = { webhook?: Webhook; onClose: () => void; onMade: (made: WithSecret) => void }

/** Who shall be told, and of what. */
export function WebhookDialog({ webhook, onClose, onMade }: WebhookDialogProps) {
  const t = useT()
  const shellT = useShellT()
  const [text, setText] = useState<WebhookText>({ name: webhook?.name ?? '', url: webhook?.url ?? '', events: webhook?.events ?? [] })
  const [tried, setTried] = useState(false)
  const types = useQuery(eventTypes)
  const save = useChange<WebhookText, Webhook[]>({
    key: webhooks.queryKey,
    quiet: true,
    send: async (wanted) => {
      if (webhook === undefined) return onMade(await addWebhook(wanted))
      await changeWebhook(webhook.id, webhook.rev, wanted)
      onClose()
    },
  })
  const errors = save.error instanceof Problem ? save.error.errors : []
  const wrong = (part: string) => errors.find(({ path }) => path.startsWith(part))?.detail
  const told = ['name', 'url', 'events'].some((part) => wrong(part) !== undefined)
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setTried(true)
    if (text.url.trim() !== '' && text.events.length > 0) save.mutate({ ...text, name: text.name.trim(), url: text.url.trim() })
  }
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t(webhook === undefined ? 'newWebhook' : 'changeWebhook')} description={t('webhookText')} closeLabel={shellT('app.close')}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t('name')} error={wrong('name')}>
          <Input dir="auto" maxLength={100} value={text.name} onChange={(event) => setText({ ...text, name: event.target.value })} />
        </Field>
        <Field label={t('url')} error={tried && text.url.trim() === '' ? t('urlMissing') : wrong('url')}>
          <Input dir="ltr" type="url" inputMode="url" required placeholder="https://hooks.example/rapport" value={text.url} onChange={(event) => setText({ ...text, url: event.target.value })} />
        </Field>
        <fieldset>
          <legend className="mb-1.5 font-medium">{t('events')}</legend>
          <ul className="flex flex-col gap-1.5">
            {types.data?.map(({ type, meaning }) => (
              <li key={type}>
                <label className="flex items-start gap-2.5">
                  <input
                    type="checkbox"
                    className="mt-1 size-4 shrink-0 accent-accent"
                    checked={text.events.includes(type)}
                    onChange={(event) => setText({ ...text, events: event.target.checked ? [...text.events, type] : text.events.filter((one) => one !== type) })}
                  />
                  <span>
                    <code dir="ltr">{type}</code>
                    <bdi lang="en" className="block text-[0.867rem] text-quiet">
                      {meaning}
                    </bdi>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          <p role="alert" className="mt-1.5 text-danger empty:hidden">
            {tried && text.events.length === 0 ? t('eventsMissing') : (wrong('events') ?? '')}
          </p>
        </fieldset>
        <FormEnd problem={told ? null : (save.error ?? types.error)} busy={save.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
