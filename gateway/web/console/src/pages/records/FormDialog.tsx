import { type SubmitEvent, useState } from 'react'
import { Problem } from '@/api/problem'
import { FormEnd } from '@/app/FormEnd'
import { useT } from '@/i18n/texts'
import { Checkbox } from '@/ui/Checkbox'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { Select } from '@/ui/Select'
import { Textarea } from '@/ui/Textarea'
import { changesOf, type FormField, shownOf, type Values } from './form'

type FormDialogProps = {
  title: string
  description?: string
  fields: FormField[]
  /** What is there already; a new thing has nothing. */
  values: Values
  /** Whether everything is told, as of a new thing, and not only what changed. */
  whole?: boolean
  busy: boolean
  problem: unknown
  onClose: () => void
  onSave: (changes: Values) => void
}

type Shown = Record<string, string | string[]>

/** Some fields of one thing, filled in and saved together. */
export function FormDialog({ title, description, fields, values, whole = Object.keys(values).length === 0, busy, problem, onClose, onSave }: FormDialogProps) {
  const t = useT()
  const [shown, setShown] = useState<Shown>(() => Object.fromEntries(fields.map((field) => [field.name, shownOf(field, values[field.name])])))
  const [tried, setTried] = useState(false)
  const missing = (field: FormField) => field.required === true && (shown[field.name] ?? '').length === 0
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (fields.some(missing)) {
      event.currentTarget.querySelector<HTMLElement>(`[data-field="${fields.find(missing)?.name}"] :is(input, textarea, select)`)?.focus()
      return
    }
    const changes = changesOf(fields, values, shown, whole)
    if (Object.keys(changes).length === 0) onClose()
    else onSave(changes)
  }
  const wrong = problem instanceof Problem ? problem.errors.map(({ path }) => path.replace(/^(changes|details|terms)\./, '')) : []
  const set = (name: string) => (value: string | string[]) => setShown((before) => ({ ...before, [name]: value }))
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={title} {...(description !== undefined && { description })} closeLabel={t('app.close')}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4 pt-1">
        {fields.map((field) => (
          <div key={field.name} data-field={field.name}>
            <Control
              field={field}
              shown={shown[field.name] ?? ''}
              error={tried && missing(field) ? t('form.missing') : wrong.includes(field.name) ? t('problem.invalid') : undefined}
              onChange={set(field.name)}
            />
          </div>
        ))}
        <FormEnd problem={problem} busy={busy} onCancel={onClose}>
          {problem instanceof Problem && problem.status === 422 && (
            <bdi lang="en" className="block text-[0.867rem]">
              {problem.message}
            </bdi>
          )}
        </FormEnd>
      </form>
    </Dialog>
  )
}

const TYPES = { text: 'text', number: 'text', day: 'date', moment: 'datetime-local', time: 'time' } as const

function Control({ field, shown, error, onChange }: { field: FormField; shown: string | string[]; error: string | undefined; onChange: (value: string | string[]) => void }) {
  const t = useT()
  const { label, kind, options = [], hint } = field
  if (kind === 'choices') {
    const chosen = Array.isArray(shown) ? shown : []
    return (
      <fieldset>
        <legend className="mb-1 font-medium">{label}</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          {options.map((option) => (
            <Checkbox
              key={option.value}
              label={option.label}
              checked={chosen.includes(option.value)}
              onChange={({ target }) => onChange(target.checked ? [...chosen, option.value] : chosen.filter((value) => value !== option.value))}
            />
          ))}
        </div>
        <p role="alert" className="mt-1.5 text-danger empty:hidden">
          {error}
        </p>
      </fieldset>
    )
  }
  const text = String(shown)
  if (kind === 'choice') {
    const all = field.required && text !== '' ? options : [{ value: '', label: '–' }, ...options]
    return (
      <Field label={label} hint={hint} error={error}>
        <Select label={label} value={text} options={all} onChange={onChange} className="block" />
      </Field>
    )
  }
  if (kind === 'area' || kind === 'lines') {
    return (
      <Field label={label} hint={hint ?? (kind === 'lines' ? t('app.oneALine') : undefined)} error={error}>
        <Textarea dir="auto" rows={kind === 'lines' ? 2 : 3} maxLength={field.longest ?? 4_000} value={text} onChange={({ target }) => onChange(target.value)} />
      </Field>
    )
  }
  return (
    <Field label={label} hint={hint} error={error}>
      <Input
        type={TYPES[kind]}
        {...(kind === 'number' && { inputMode: 'decimal' as const })}
        dir={field.ltr || kind !== 'text' ? 'ltr' : 'auto'}
        maxLength={field.longest ?? 200}
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
    </Field>
  )
}
