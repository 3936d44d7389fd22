import { Progress as Base } from '@base-ui/react/progress'
import { cn } from './cn'

/** How much of something is done, as a bar; `label` says of what. */
export function Progress({ done, total, label, className }: { done: number; total: number; label: string; className?: string }) {
  return (
    <Base.Root value={done} max={Math.max(total, 1)} aria-label={label} className={cn('block', className)}>
      <Base.Track className="h-1.5 overflow-hidden rounded-full bg-raised">
        <Base.Indicator className="block h-full rounded-full bg-accent transition-[width] duration-300" />
      </Base.Track>
    </Base.Root>
  )
}
