import type { ReactNode } from 'react'
import { cn } from '@/ui/cn'

/** Names and what belongs to them, beside each other where there is room, or always one below the other. */
export function Facts({ children, stacked = false }: { children: ReactNode; stacked?: boolean }) {
  return <dl className={cn('group divide-y divide-line', stacked && 'is-stacked')}>{children}</dl>
}

export function Fact({ label, children, note }: { label: string; children: ReactNode; note?: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[32%_1fr] sm:group-[.is-stacked]:grid-cols-1">
      <dt className="text-quiet">{label}</dt>
      <dd className="min-w-0">
        {children}
        {note && <span className="mt-1 block text-[0.867rem] text-quiet">{note}</span>}
      </dd>
    </div>
  )
}
