import { lazy, Suspense, useEffect, useId, useState } from 'react'
import { cn } from '@/ui/cn'
import type { Grid } from '../model/panel'
import { useTexts } from '../texts'
import { GridTable } from './GridTable'

const JourneyMap = lazy(async () => ({ default: (await import('./JourneyMap')).JourneyMap }))

/** The rows of a repeat group: as a table to work in, and as a map to look at. */
export function StageGrid({ grid, reveal }: { grid: Grid; reveal: string | undefined }) {
  const { t } = useTexts()
  const id = useId()
  const [map, setMap] = useState(false)
  const wanted = grid.rows.some((row) => row.cells.some((cell) => cell.path === reveal))
  useEffect(() => {
    if (wanted) setMap(false)
  }, [wanted])
  const tabs = [
    { key: 'table', label: t('grid.table'), on: !map },
    { key: 'map', label: t('grid.map'), on: map },
  ]
  return (
    <section className="min-w-0 rounded-xl border border-line bg-card shadow-xs" aria-labelledby={`${id}-title`}>
      <header className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-3">
        <h2 id={`${id}-title`} className="flex-1 text-base font-semibold">
          <bdi>{grid.group.label}</bdi>
        </h2>
        <div role="tablist" aria-labelledby={`${id}-title`} className="flex rounded-lg bg-raised p-0.5">
          {tabs.map((tab) => (
            <button
              key={tab.key}
              id={`${id}-${tab.key}`}
              type="button"
              role="tab"
              aria-selected={tab.on}
              aria-controls={`${id}-panel`}
              tabIndex={tab.on ? 0 : -1}
              onClick={() => setMap(tab.key === 'map')}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
                setMap(!map)
                document.getElementById(`${id}-${map ? 'table' : 'map'}`)?.focus()
              }}
              className={cn('min-h-7 rounded-md px-3 text-[0.867rem]', tab.on ? 'bg-card font-medium shadow-xs' : 'text-quiet hover:text-ink')}
            >
              {tab.label}
            </button>
          ))}
        </div>
      </header>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${map ? 'map' : 'table'}`}>
        {map ? (
          <Suspense fallback={<div className="h-64" />}>
            <JourneyMap grid={grid} />
          </Suspense>
        ) : (
          <GridTable grid={grid} />
        )}
      </div>
    </section>
  )
}
