import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { PersonField } from '@/api/people'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Input } from '@/ui/Input'
import { Select } from '@/ui/Select'
import { Textarea } from '@/ui/Textarea'
import { textOf, valueOf } from './values'
import { useOptionName } from './words'

type LeafFormProps = { field: PersonField; value: unknown; busy: boolean; onCancel: () => void; onSave: (value: unknown) => void }

/** Writes one value by hand: it stands above everything that is said or inferred. */
export function LeafForm({ field, value, busy, onCancel, onSave }: LeafFormProps) {
  const shellT = useShellT()
  const optionName = useOptionName()
  const form = useRef<HTMLFormElement>(null)
  const [text, setText] = useState(textOf(value))
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus()
  }, [])
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel()
  }
  const shared = { 'aria-label': field.label, dir: 'auto', value: text }
  return (
    <form
      ref={form}
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault()
        onSave(valueOf(field, text))
      }}
      className="mt-1 flex flex-wrap items-start gap-2"
    >
      {field.options !== undefined && field.options.length > 0 ? (
        <Select label={field.label} value={text} options={['', ...field.options].map((option) => ({ value: option, label: option ? optionName(option) : '–' }))} onChange={setText} />
      ) : field.type === 'tags' ? (
        <Textarea {...shared} rows={3} onChange={(event) => setText(event.target.value)} className="flex-1" />
      ) : (
        <Input {...shared} maxLength={500} onChange={(event) => setText(event.target.value)} className="min-w-40 flex-1" />
      )}
      <Button type="submit" variant="primary" disabled={busy}>
        {shellT('app.save')}
      </Button>
      <Button onClick={onCancel}>{shellT('app.cancel')}</Button>
    </form>
  )
}
