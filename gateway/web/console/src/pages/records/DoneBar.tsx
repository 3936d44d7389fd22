import type { Done } from '@/api/records'
import { useT } from '@/i18n/texts'
import { Progress } from '@/ui/Progress'

/** How far a record is, as a bar and in numbers. */
export function DoneBar({ done, total }: Done) {
  const t = useT()
  return (
    <span className="flex items-center gap-2.5 whitespace-nowrap">
      <Progress done={done} total={total} label={t('progress.label', { done, total })} className="w-16 shrink-0" />
      <span className="text-[0.867rem] text-quiet tabular-nums" aria-hidden="true">
        {t('progress.of', { done, total })}
      </span>
    </span>
  )
}
