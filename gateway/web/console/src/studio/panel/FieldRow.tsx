import { memo, useRef, type ReactNode } from 'react'
import { cn } from '@/ui/cn'
import { Icon } from '../icons'
import type { PanelField } from '../model/panel'
import { sourceOf } from '../model/transcript'
import { fieldId, useStudio } from '../studio'
import { useTexts } from '../texts'
import { FieldControl } from './FieldControl'
import { WaitingValue } from './WaitingValue'

/** A field with its name, its value, where that comes from, and what else waits for a decision. */
export const FieldRow = memo(Row, ({ field: before }, { field: after }) => before.record === after.record && before.asking === after.asking && before.definition === after.definition)

function Row({ field }: { field: PanelField }) {
  const { definition, path, asking } = field
  const { t } = useTexts()
  const id = fieldId(path)
  const grouped = definition.type === 'confirm' || (definition.type === 'choice' && !definition.openOptions && definition.options.length <= 3)
  const label = (
    <>
      <bdi>{definition.label}</bdi>
      {definition.required && <span className="text-quiet" aria-hidden="true"> *</span>}
      {asking && ' '}
      {asking && <span className="ms-1 rounded-full bg-amber-soft px-2 py-0.5 text-[0.73rem] font-medium text-amber">{t('field.asking')}</span>}
    </>
  )
  return (
    <Flash field={field} className={cn('rounded-lg', isWide(field) && 'sm:col-span-2')}>
      {grouped ? (
        <div id={`${id}-label`} className="mb-1 block text-[0.867rem] font-medium">{label}</div>
      ) : (
        <label htmlFor={id} id={`${id}-label`} className="mb-1 block text-[0.867rem] font-medium">{label}</label>
      )}
      <FieldControl field={field} />
      <Source field={field} />
      <WaitingValue field={field} />
    </Flash>
  )
}

function isWide({ definition, record }: PanelField): boolean {
  return definition.type === 'tags' || (definition.type === 'text' && String(record.value ?? '').length > 60)
}

/** Lights up when another hand has changed the field. */
function Flash({ field, className, children }: { field: PanelField; className: string; children: ReactNode }) {
  const { me } = useStudio()
  const { rev, by, actor } = field.record
  const first = useRef(rev)
  const foreign = by !== 'panel' || (actor ?? me) !== me
  return (
    <div className={cn('relative', className)} data-rev={rev}>
      {rev !== first.current && foreign && <span key={rev} aria-hidden="true" className="pointer-events-none absolute -inset-1.5 studio-flash rounded-xl" />}
      <div className="relative">{children}</div>
    </div>
  )
}

/** The sentence it was understood from: one click away. */
export function Source({ field, compact = false }: { field: PanelField; compact?: boolean }) {
  const { session, goToMessage } = useStudio()
  const { t } = useTexts()
  const { by, quote, rev, state: known } = field.record
  if (known === 'skipped' || known === 'unknown') {
    return <p className="mt-1 text-[0.8rem] text-quiet">{t(known === 'skipped' ? 'field.skipped' : 'field.unknown')}</p>
  }
  if (field.record.value === undefined) return null
  if (by === 'prefill') return <p className="mt-1 text-[0.8rem] text-quiet">{t('field.prefill')}</p>
  const message = by === 'chat' ? sourceOf(session.snapshot().messages, rev) : undefined
  if (message === undefined) return null
  return (
    <button
      type="button"
      onClick={() => goToMessage(message.id)}
      className={cn('mt-1 inline-flex min-h-6 max-w-full items-center gap-1 rounded-full text-[0.8rem] text-quiet hover:text-accent hover:underline', compact && 'mt-0')}
    >
      <Icon name="quote" className="size-3.5" />
      <span className="truncate">
        {t('field.fromChat')} <bdi>“{quote ?? message.text}”</bdi>
      </span>
    </button>
  )
}
