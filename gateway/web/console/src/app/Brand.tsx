import { cn } from '@/ui/cn'

export function Brand({ className }: { className?: string }) {
  return (
    <span className={cn('flex items-center gap-2.5 text-[1.07rem] font-semibold tracking-tight', className)}>
      <img src="/icon.svg" alt="" width="28" height="28" className="size-7" />
      Rapport
    </span>
  )
}
