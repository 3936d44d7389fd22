import type { Band } from '@/api/lifecycle'
import { useFormats } from '@/i18n/formats'
import { shownScore } from '@/ui/charts/bands'
import { BandBadge } from './BandBadge'

/** A score and its band; a score of which too little is known says so. */
export function Score({ score, band }: { score: number | undefined; band: Band | undefined }) {
  const { score: written } = useFormats()
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      {score !== undefined && <span className="min-w-8 tabular-nums">{written(shownScore(score))}</span>}
      <BandBadge band={band} />
    </span>
  )
}

/** How far a score moved, with a direction that is no colour alone. */
export function Moved({ points }: { points: number | undefined }) {
  const { moved } = useFormats()
  if (points === undefined) return <span className="text-quiet">–</span>
  const arrow = points > 0.05 ? '▲' : points < -0.05 ? '▼' : '■'
  const tone = points > 0.05 ? 'text-accent' : points < -0.05 ? 'text-danger' : 'text-quiet'
  return (
    <span className={`whitespace-nowrap tabular-nums ${tone}`}>
      <span aria-hidden="true" className="me-1 text-[0.7em]">
        {arrow}
      </span>
      {moved(points)}
    </span>
  )
}
