import { type SubmitEvent, useState } from 'react'
import type { SaidConsent } from '@/api/people'
import { FormEnd } from '@/app/FormEnd'
import { useT as useShellT } from '@/i18n/texts'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { useT } from './texts'
import { usePurposeName } from './words'

type ConsentDialogProps = { purpose: string; granted: boolean; busy: boolean; problem: unknown; onClose: () => void; onSaid: (said: SaidConsent) => void }

/** Asks before a line is written that cannot be taken out again; to agree, the text has to be named. */
export function ConsentDialog({ purpose, granted, busy, problem, onClose, onSaid }: ConsentDialogProps) {
  const t = useT()
  const shellT = useShellT()
  const name = usePurposeName()(purpose)
  const [id] = useState(() => crypto.randomUUID())
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setTried(true)
    if (!granted) onSaid({ id, purpose, granted })
    else if (text.trim() !== '') onSaid({ id, purpose, granted, text: text.trim() })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t(granted ? 'grantAsk' : 'withdrawAsk')}
      description={granted ? name : t('withdrawText', { purpose: name })}
      closeLabel={shellT('app.close')}
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-4 pt-1">
        {granted && (
          <Field label={t('agreedText')} hint={t('agreedTextHint')} error={tried && text.trim() === '' ? t('agreedTextMissing') : undefined}>
            <Input dir="auto" maxLength={200} value={text} onChange={({ target }) => setText(target.value)} />
          </Field>
        )}
        <FormEnd problem={problem} busy={busy} action={t(granted ? 'grant' : 'withdraw')} variant={granted ? 'primary' : 'danger'} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
