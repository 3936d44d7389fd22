import { type ReactNode, useEffect } from 'react'

type PageProps = { title: string; lead?: ReactNode; above?: ReactNode; actions?: ReactNode; children: ReactNode }

/** A page of the console: what it is about, what can be done, and the thing itself. */
export function Page({ title, lead, above, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Rapport`
  }, [title])
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-6 md:px-8 md:py-8">
      {above}
      <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-2xl font-semibold tracking-tight text-balance break-words">
            <bdi>{title}</bdi>
          </h1>
          {lead && <div className="mt-1 text-quiet">{lead}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
