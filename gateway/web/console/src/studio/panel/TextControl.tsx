import type { KeyboardEvent } from 'react'
import { cn } from '@/ui/cn'
import type { PanelField } from '../model/panel'
import type { FlowField, Value } from '../model/wire'
import { fieldId } from '../studio'
import { useDisplay, useTexts } from '../texts'
import { useDraft } from './useDraft'

export const inputClass =
  'w-full rounded-lg border border-line-strong/60 bg-card px-3 py-1.5 placeholder:text-quiet/80 hover:border-line-strong focus-visible:outline-offset-0 aria-invalid:border-danger'

/** Words, numbers, ranges, amounts: all can be typed as people write them, the server reads them. */
export function TextControl({ field, rows = 1 }: { field: PanelField; rows?: number }) {
  const { definition, path, record } = field
  const { t, problem } = useTexts()
  const display = useDisplay()
  const draft = useDraft(field, textIn, (value) => textOf(value))
  const id = fieldId(path)
  const long = definition.type === 'text' || definition.type === 'richtext'
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      draft.abandon()
      ;(event.target as HTMLElement).blur()
    }
    if (event.key === 'Enter' && (!long || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      draft.save()
    }
  }
  const shared = {
    id,
    value: draft.text,
    dir: 'auto',
    placeholder: definition.placeholder ?? '',
    'aria-required': definition.required,
    'aria-invalid': draft.rejection !== undefined,
    'aria-describedby': `${id}-hint`,
    onFocus: draft.focus,
    onBlur: draft.leave,
    onKeyDown: keys,
    onChange: (event: { target: { value: string } }) => draft.type(event.target.value),
  } as const
  const inWords = record.value === undefined ? undefined : display(definition, record.value)
  return (
    <>
      {long ? (
        <textarea {...shared} rows={rows} className={cn(inputClass, 'field-sizing-content block max-h-72 resize-none', rows > 1 && 'min-h-28')} />
      ) : (
        <input {...shared} type="text" inputMode={keyboardOf(definition)} className={inputClass} />
      )}
      <div id={`${id}-hint`} className="text-[0.8rem]">
        {draft.rejection !== undefined && (
          <p role="alert" className="mt-1 text-danger">
            {problem(draft.rejection.code)}{' '}
            <button type="button" onClick={draft.abandon} className="font-medium underline">
              {t('field.revert')}
            </button>
          </p>
        )}
        {draft.changed !== undefined && (
          <p role="status" className="mt-1 text-amber">
            {t('field.changedTo')} <bdi className="font-medium">{display(definition, draft.changed)}</bdi>{' '}
            {/* A press would take the focus, and with it save what was typed. */}
            <button type="button" onPointerDown={(event) => event.preventDefault()} onClick={draft.useOther} className="font-medium underline">
              {t('field.useIt')}
            </button>
          </p>
        )}
        {draft.rejection === undefined && inWords !== undefined && inWords !== textOf(record.value) && (
          <p className="mt-1 text-quiet">
            <bdi>{inWords}</bdi>
          </p>
        )}
      </div>
    </>
  )
}

function textIn(text: string): Value | null {
  const trimmed = text.trim()
  return trimmed === '' ? null : trimmed
}

function textOf(value: Value | undefined): string {
  return value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value)
}

function keyboardOf({ type }: FlowField) {
  if (type === 'integer') return 'numeric'
  if (type === 'email') return 'email'
  if (type === 'phone') return 'tel'
  return type === 'url' ? 'url' : 'text'
}
