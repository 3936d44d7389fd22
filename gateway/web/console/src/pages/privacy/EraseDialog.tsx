import { type SubmitEvent, useState } from 'react'
import { FormEnd } from '@/app/FormEnd'
import { useT as useShellT } from '@/i18n/texts'
import { Checkbox } from '@/ui/Checkbox'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { Textarea } from '@/ui/Textarea'
import { useT } from './texts'

type EraseDialogProps = { busy: boolean; problem: unknown; onClose: () => void; onErase: (reason: string) => void }

/** Says what erasing means, and asks why and whether that is meant: there is no way back. */
export function EraseDialog({ busy, problem, onClose, onErase }: EraseDialogProps) {
  const t = useT()
  const shellT = useShellT()
  const [reason, setReason] = useState('')
  const [meant, setMeant] = useState(false)
  const [tried, setTried] = useState(false)
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setTried(true)
    if (reason.trim() !== '' && meant) onErase(reason.trim())
  }
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t('eraseAsk')} description={t('eraseText')} closeLabel={shellT('app.close')}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4 pt-1">
        <Field label={t('reason')} hint={t('reasonHint')} error={tried && reason.trim() === '' ? t('reasonMissing') : undefined}>
          <Textarea dir="auto" rows={2} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        </Field>
        <Checkbox label={t('meant')} checked={meant} onChange={({ target }) => setMeant(target.checked)} />
        <FormEnd problem={problem} busy={busy || !meant} action={t('erase')} variant="danger" onCancel={onClose} />
      </form>
    </Dialog>
  )
}
