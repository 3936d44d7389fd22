import { useT } from '@/i18n/texts'
import { Skeleton } from '@/ui/Skeleton'

export function PageSkeleton() {
  const t = useT()
  return (
    <div role="status" aria-label={t('app.loading')} className="flex flex-col gap-4">
      <Skeleton className="h-32 rounded-xl" />
      <Skeleton className="h-48 rounded-xl" />
    </div>
  )
}
