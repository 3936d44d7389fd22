import type { ReactNode } from 'react'

/** Names and what belongs to them, beside or below each other as there is room. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="divide-y divide-line">{children}</dl>
}

export function Fact({ label, children, note }: { label: string; children: ReactNode; note?: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[32%_1fr]">
      <dt className="text-quiet">{label}</dt>
      <dd className="min-w-0">
        {children}
        {note && <span className="mt-1 block text-[0.867rem] text-quiet">{note}</span>}
      </dd>
    </div>
  )
}
