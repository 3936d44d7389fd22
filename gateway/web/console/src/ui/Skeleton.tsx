import { cn } from './cn'

/** Stands where something is being fetched; appears only when that takes a moment. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cn('skeleton block h-4 rounded bg-raised', className)} />
}
