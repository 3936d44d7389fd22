import { useId } from 'react'
import { cn } from '@/ui/cn'
import { Icon } from '../icons'
import type { Section } from '../model/panel'
import { useTexts } from '../texts'
import { FieldRow } from './FieldRow'

/** A part of the record that can be folded away. */
export function SectionCard({ section, open, toggle }: { section: Section; open: boolean; toggle(): void }) {
  const { t } = useTexts()
  const id = useId()
  return (
    <section className="rounded-xl border border-line bg-card shadow-xs" aria-labelledby={`${id}-title`}>
      <h2 className="text-base font-semibold">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={toggle}
          className={cn('flex w-full items-center gap-3 rounded-xl px-4 py-3 text-start hover:bg-raised', open && 'rounded-b-none')}
        >
          <Icon name="chevron" className={cn('size-4 text-quiet transition-transform', open ? 'rotate-90' : 'rtl:rotate-180')} />
          <bdi id={`${id}-title`} className="flex-1">{section.title}</bdi>
          {section.asking && <span className="rounded-full bg-amber-soft px-2 py-0.5 text-[0.73rem] font-medium text-amber">{t('field.asking')}</span>}
          <Done done={section.done} total={section.total} />
        </button>
      </h2>
      <div id={id} hidden={!open} className="border-t border-line px-4 py-4">
        <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">{open && section.fields.map((field) => <FieldRow key={field.path} field={field} />)}</div>
      </div>
    </section>
  )
}

/** How much is filled, in a bar and in figures. */
export function Done({ done, total, wide = false }: { done: number; total: number; wide?: boolean }) {
  const { t, number } = useTexts()
  return (
    <span className="flex items-center gap-2 text-[0.8rem] font-normal text-quiet tabular-nums">
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" className={cn('h-1.5 overflow-hidden rounded-full bg-raised rtl:-scale-x-100', wide ? 'w-28' : 'w-16')}>
        <rect width={total === 0 ? 0 : (100 * done) / total} height="6" fill="currentColor" className="text-accent" />
      </svg>
      <span aria-hidden="true">{`${number(done)}/${number(total)}`}</span>
      <span className="sr-only">{t('section.done', { done, total })}</span>
    </span>
  )
}
