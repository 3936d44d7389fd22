import { type KeyboardEvent, useId, useLayoutEffect, useRef } from 'react'
import type { Fault } from '@/api/automations'
import { cn } from '@/ui/cn'
import { Icon } from '@/ui/Icon'
import { faultyLines, indented, lineRange } from './yaml'
import { useT } from './texts'

type YamlEditorProps = { label: string; value: string; faults: Fault[]; state: string; readOnly?: boolean; onChange: (value: string) => void }

const LINE = 'font-mono text-[0.867rem] leading-6'

/** A text with its lines numbered, what is wrong marked at its line, and a list of it that leads there. */
export function YamlEditor({ label, value, faults, state, readOnly = false, onChange }: YamlEditorProps) {
  const t = useT()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const mark = useRef<number | null>(null)
  const wrong = faultyLines(faults)

  // Where the mark stands after a key that changed the text.
  useLayoutEffect(() => {
    if (mark.current !== null) area.current?.setSelectionRange(mark.current, mark.current)
    mark.current = null
  }, [value])

  function onKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    const { selectionStart, selectionEnd } = event.currentTarget
    // Escape gives Tab back to those who go through the page by it.
    if (event.key === 'Escape') document.getElementById(`${id}-after`)?.focus()
    if (event.key !== 'Tab' || readOnly || selectionStart !== selectionEnd) return
    event.preventDefault()
    const next = indented(value, selectionStart, event.shiftKey)
    mark.current = next.at
    onChange(next.text)
  }

  function goTo({ line }: Fault) {
    const { from, to } = lineRange(value, line)
    area.current?.focus()
    area.current?.setSelectionRange(from, to)
  }

  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div dir="ltr" className="flex max-h-[70vh] min-h-72 overflow-auto rounded-lg border border-line-strong/70 bg-card focus-within:border-accent focus-within:outline-2 focus-within:outline-accent">
        <ol aria-hidden="true" className={cn('sticky start-0 shrink-0 border-e border-line bg-raised py-2 text-end text-quiet select-none', LINE)}>
          {value.split('\n').map((_, at) => (
            <li key={at} className={cn('px-2.5', wrong.has(at + 1) && 'bg-danger-soft font-semibold text-danger')}>
              {at + 1}
            </li>
          ))}
        </ol>
        <textarea
          ref={area}
          id={id}
          readOnly={readOnly}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          wrap="off"
          aria-invalid={faults.length > 0}
          aria-describedby={`${id}-keys ${id}-state`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKey}
          className={cn('field-sizing-content shrink-0 grow resize-none overflow-hidden bg-transparent px-3 py-2 whitespace-pre text-ink outline-none', LINE)}
        />
      </div>
      <p id={`${id}-keys`} className="text-[0.867rem] text-quiet">
        {t('editorKeys')}
      </p>
      <div id={`${id}-after`} tabIndex={-1} className="outline-none">
        <p id={`${id}-state`} role="status" className={cn('flex items-center gap-2', faults.length > 0 ? 'text-danger' : 'text-quiet')}>
          {faults.length > 0 && <Icon name="warning" />}
          {state}
        </p>
        {faults.length > 0 && (
          <ul className="mt-1 flex flex-col items-start gap-1">
            {faults.map((fault) => (
              <li key={`${fault.line}:${fault.column}:${fault.code}`}>
                <button type="button" onClick={() => goTo(fault)} className="rounded text-start hover:underline">
                  <span className="font-medium text-danger">{t('line', { line: fault.line })}</span> <bdi>{fault.detail}</bdi>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
