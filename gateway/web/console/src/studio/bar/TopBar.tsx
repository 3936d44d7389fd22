import { useEffect } from 'react'
import { useOpenRecord, useStudio } from '../studio'
import { Done } from '../panel/SectionCard'
import { SaveBadge } from './SaveBadge'

/** What is open here, how far it is, and whether it is saved. */
export function TopBar() {
  const { flow } = useStudio()
  const { panel } = useOpenRecord()
  const title = panel.title ?? flow.title
  useEffect(() => {
    document.title = `${title} · Rapport`
  }, [title])
  return (
    <header className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-card px-4 py-2">
      <div className="min-w-0 basis-full sm:flex-1 sm:basis-0">
        <h1 className="truncate text-lg leading-tight font-semibold">
          <bdi>{title}</bdi>
        </h1>
        {panel.title !== undefined && (
          <p className="truncate text-[0.8rem] text-quiet">
            <bdi>{flow.title}</bdi>
          </p>
        )}
      </div>
      <Done done={panel.done} total={panel.total} wide />
      <SaveBadge />
    </header>
  )
}
