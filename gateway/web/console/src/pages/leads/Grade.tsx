import { useFormats } from '@/i18n/formats'
import { Badge } from '@/ui/Badge'

/** A score, as a grade to see at a glance and in points. */
export function Grade({ grade, points }: { grade: string; points: number }) {
  const { number } = useFormats()
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      <Badge tone={grade.startsWith('A') ? 'accent' : grade.startsWith('B') ? 'amber' : 'neutral'}>{grade}</Badge>
      <span className="tabular-nums">{number(Math.round(points))}</span>
    </span>
  )
}
