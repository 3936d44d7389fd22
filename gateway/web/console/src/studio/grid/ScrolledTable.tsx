import { useEffect, useRef, useState, type ReactNode } from 'react'
import { cn } from '@/ui/cn'
import { Icon } from '../icons'
import { useTexts } from '../texts'
import { columnsInView, type InView, type Span } from './columnsInView'

const EDGE = 'pointer-events-none absolute inset-y-0 z-10 w-4 from-ink/15 to-transparent'

/** What of the table can be seen, between a first and a last column that stay where they are. */
interface Seen extends InView {
  before: number
  after: number
}

/** A table that may be wider than its place: what is out of sight is shaded, counted, and one button away. */
export function ScrolledTable({ id, children }: { id: string; children: ReactNode }) {
  const { t } = useTexts()
  const scroller = useRef<HTMLDivElement>(null)
  const seen = useSeen(scroller)
  const further = (way: 1 | -1) => {
    const place = scroller.current
    if (place === null || seen === undefined) return
    const forward = getComputedStyle(place).direction === 'rtl' ? -way : way
    place.scrollBy({ left: forward * (place.clientWidth - seen.before - seen.after) * 0.8 })
  }
  const whole = seen === undefined || (seen.first === 1 && seen.last === seen.total)
  return (
    <>
      <div className="relative">
        <div
          ref={scroller}
          tabIndex={-1}
          style={{ scrollPaddingInline: `${seen?.before ?? 0}px ${seen?.after ?? 0}px` }}
          className="overflow-x-auto motion-safe:scroll-smooth"
        >
          {children}
        </div>
        {!whole && seen.first > 1 && (
          <span aria-hidden="true" style={{ insetInlineStart: seen.before }} className={cn(EDGE, 'bg-linear-to-r rtl:bg-linear-to-l')} />
        )}
        {!whole && seen.last < seen.total && (
          <span aria-hidden="true" style={{ insetInlineEnd: seen.after }} className={cn(EDGE, 'bg-linear-to-l rtl:bg-linear-to-r')} />
        )}
      </div>
      {!whole && (
        <div className="flex items-center gap-1 border-b border-line px-3 py-1 text-[0.8rem] text-quiet">
          <span id={id} className="flex-1">
            {t('grid.columns', { first: seen.first, last: seen.last, total: seen.total })}
          </span>
          <Further label={t('grid.columnsBefore')} onClick={() => further(-1)} disabled={seen.first === 1} back />
          <Further label={t('grid.columnsAfter')} onClick={() => further(1)} disabled={seen.last === seen.total} />
        </div>
      )}
    </>
  )
}

function Further({ label, onClick, disabled, back = false }: { label: string; onClick(): void; disabled: boolean; back?: boolean }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
      className="grid size-7 place-items-center rounded-md hover:bg-raised hover:text-ink disabled:opacity-30"
    >
      <Icon name="chevron" className={cn('size-4', back ? 'ltr:rotate-180' : 'rtl:rotate-180')} />
    </button>
  )
}

function useSeen(scroller: { current: HTMLDivElement | null }): Seen | undefined {
  const [seen, setSeen] = useState<Seen>()
  useEffect(() => {
    const place = scroller.current
    const table = place?.querySelector('table')
    if (place === null || table === null || table === undefined) return
    const look = () => {
      const now = measure(place)
      setSeen((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now))
    }
    const watch = new ResizeObserver(look)
    watch.observe(place)
    watch.observe(table)
    place.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      place.removeEventListener('scroll', look)
    }
  }, [scroller])
  return seen
}

function measure(place: HTMLElement): Seen {
  const turned = getComputedStyle(place).direction === 'rtl'
  const span = (element: Element): Span => {
    const { left, right } = element.getBoundingClientRect()
    return turned ? { from: -right, to: -left } : { from: left, to: right }
  }
  const [first, ...rest] = [...place.querySelectorAll('thead th')].map(span)
  const last = rest.pop()
  const view = span(place)
  const width = (part: Span | undefined) => (part === undefined ? 0 : Math.round(part.to - part.from))
  const [before, after] = [width(first), width(last)]
  const { first: from, last: to, total } = columnsInView(rest, { from: view.from + before, to: view.to - after })
  // The column that stays in view is the first of them all.
  return { first: from === 1 ? 1 : from + 1, last: to + 1, total: total + 1, before, after }
}
