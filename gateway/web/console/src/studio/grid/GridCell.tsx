import { useEffect, useRef, type KeyboardEvent } from 'react'
import { cn } from '@/ui/cn'
import { Icon } from '../icons'
import type { PanelField } from '../model/panel'
import { useDraft } from '../panel/useDraft'
import { WaitingValue } from '../panel/WaitingValue'
import { fieldId, useRejection, useStudio } from '../studio'
import { useDisplay, useTexts } from '../texts'

export type Leave = 'stay' | 'next' | 'previous' | 'below' | 'away'

interface Props {
  field: PanelField
  className: string
  current: boolean
  editing: boolean
  enter(): void
  edit(): void
  leave(to: Leave): void
  onKeyDown(event: KeyboardEvent): void
}

/** One value of a row, to read and, after Enter, to write. */
export function GridCell({ field, className, current, editing, enter, edit, leave, onKeyDown }: Props) {
  const { me, session } = useStudio()
  const { t, problem } = useTexts()
  const display = useDisplay()
  const { record, definition, asking } = field
  const first = useRef(record.rev)
  const foreign = record.by !== 'panel' || (record.actor ?? me) !== me
  const rejection = useRejection(field.path)
  const value = record.value === undefined ? '' : display(definition, record.value)
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    onKeyDown(event)
    if (editing || event.target !== event.currentTarget || event.defaultPrevented) return
    const letter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
    if (event.key === 'Enter' || event.key === 'F2' || letter) {
      if (!letter || event.key === ' ') event.preventDefault()
      edit()
    } else if (event.key === 'Delete' && record.value !== undefined) {
      session.edit(field.path, null)
    }
  }
  return (
    <td
      id={fieldId(field.path)}
      role="gridcell"
      data-cell
      tabIndex={current && !editing ? 0 : -1}
      aria-invalid={rejection !== undefined}
      onFocus={enter}
      onKeyDown={keys}
      onDoubleClick={edit}
      onClick={(event) => {
        if (event.target === event.currentTarget || (event.target as HTMLElement).dataset.value !== undefined) edit()
      }}
      className={cn('max-w-72 cursor-text border-b border-line p-0 focus-visible:outline-offset-[-2px]', asking && value === '' && 'bg-amber-soft', className)}
    >
      {record.rev !== first.current && foreign && <span key={record.rev} aria-hidden="true" className="studio-flash pointer-events-none absolute inset-0" />}
      {editing ? (
        <CellEditor field={field} leave={leave} />
      ) : (
        <bdi data-value className="block min-h-9 px-3 py-2 break-words whitespace-pre-line">
          {value === '' ? <span className="text-quiet" data-value>{asking ? t('field.asking') : '–'}</span> : value}
        </bdi>
      )}
      {rejection !== undefined && !editing && (
        <p role="alert" className="flex items-center gap-1 px-3 pb-2 text-[0.8rem] text-danger">
          <Icon name="alert" className="size-3.5" />
          {problem(rejection.code)}
        </p>
      )}
      {(record.suggestion ?? record.conflict) && (
        <div className="px-2 pb-2">
          <WaitingValue field={field} />
        </div>
      )}
    </td>
  )
}

/** Enter saves and goes below, Tab saves and goes on, Esc leaves everything as it was. */
function CellEditor({ field, leave }: { field: PanelField; leave(to: Leave): void }) {
  const { t } = useTexts()
  const display = useDisplay()
  const area = useRef<HTMLTextAreaElement>(null)
  const draft = useDraft(
    field,
    (text) => text.trim() || null,
    (value) => (value === undefined ? '' : String(value)),
  )
  // The key that opened the cell comes back as the first letter typed.
  useEffect(() => {
    area.current?.focus()
    area.current?.select()
  }, [])
  const done = useRef(false)
  const close = (to: Leave) => {
    if (done.current) return
    done.current = true
    draft.leave()
    leave(to)
  }
  const keys = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      done.current = true
      draft.abandon()
      leave('stay')
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      close('below')
    } else if (event.key === 'Tab') {
      event.preventDefault()
      close(event.shiftKey ? 'previous' : 'next')
    }
  }
  return (
    <>
      <textarea
        ref={area}
        rows={1}
        dir="auto"
        aria-label={field.definition.label}
        placeholder={field.definition.placeholder}
        value={draft.text}
        onFocus={draft.focus}
        onChange={(event) => draft.type(event.target.value)}
        onBlur={() => close('away')}
        onKeyDown={keys}
        className="field-sizing-content block min-h-9 w-full min-w-36 resize-none bg-card px-3 py-2 font-normal outline-2 -outline-offset-2 outline-accent"
      />
      {draft.changed !== undefined && (
        <p role="status" className="px-3 py-1 text-[0.8rem] text-amber">
          {t('field.changedTo')} <bdi className="font-medium">{display(field.definition, draft.changed)}</bdi>{' '}
          <button type="button" onPointerDown={(event) => event.preventDefault()} onClick={draft.useOther} className="underline">
            {t('field.useIt')}
          </button>
        </p>
      )}
    </>
  )
}
