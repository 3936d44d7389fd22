import { type SubmitEvent, useState } from 'react'
import type { Outcome } from '@/api/leads'
import { FormEnd } from '@/app/FormEnd'
import { useT as useShellT } from '@/i18n/texts'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { useT } from './texts'

type OutcomeDialogProps = { busy: boolean; problem: unknown; onClose: () => void; onDone: (outcome: Outcome) => void }

/** How it ended: what the model learns from. */
export function OutcomeDialog({ busy, problem, onClose, onDone }: OutcomeDialogProps) {
  const t = useT()
  const shellT = useShellT()
  const [outcome, setOutcome] = useState<Outcome['outcome']>('won')
  const [value, setValue] = useState('')
  const [reason, setReason] = useState('')
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    onDone(outcome === 'won' ? { outcome, ...(value.trim() !== '' && { value: value.trim() }) } : { outcome, ...(reason.trim() !== '' && { reason: reason.trim() }) })
  }
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t('close')} description={t('closeText')} closeLabel={shellT('app.close')}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <fieldset className="flex gap-4">
          <legend className="sr-only">{t('close')}</legend>
          {(['won', 'lost'] as const).map((one) => (
            <label key={one} className="flex min-h-6 items-center gap-2">
              <input type="radio" name="outcome" checked={outcome === one} onChange={() => setOutcome(one)} className="size-4 accent-accent" />
              {t(`status.${one}`)}
            </label>
          ))}
        </fieldset>
        {outcome === 'won' ? (
          <Field label={t('value')}>
            <Input maxLength={100} placeholder="12000 EUR" value={value} onChange={(event) => setValue(event.target.value)} />
          </Field>
        ) : (
          <Field label={t('reason')}>
            <Input dir="auto" maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
        )}
        <FormEnd problem={problem} busy={busy} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
