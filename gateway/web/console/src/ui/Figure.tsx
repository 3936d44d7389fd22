import type { ReactNode } from 'react'

/** A number that matters, and what it counts. */
export function Figure({ label, children, note }: { label: string; children: ReactNode; note?: ReactNode }) {
  return (
    <div className="rounded-xl border border-line bg-card px-5 py-4">
      <dt className="text-[0.867rem] text-quiet">{label}</dt>
      <dd className="mt-0.5 text-2xl font-semibold tabular-nums">
        {children}
        {note && <span className="ms-2 text-[0.867rem] font-normal text-quiet">{note}</span>}
      </dd>
    </div>
  )
}
