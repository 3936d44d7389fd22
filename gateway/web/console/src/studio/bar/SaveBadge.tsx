import { cn } from '@/ui/cn'
import { Icon } from '../icons'
import { saveState, type SaveState } from '../model/session'
import { useOpenRecord } from '../studio'
import { useTexts } from '../texts'

const LOOKS: Record<SaveState, string> = {
  loading: 'text-quiet',
  saved: 'text-accent',
  saving: 'text-quiet',
  offline: 'bg-amber-soft text-amber',
  conflict: 'bg-danger-soft text-danger',
}

/** Whether everything is with the server. */
export function SaveBadge() {
  const { state } = useOpenRecord()
  const { t } = useTexts()
  const save = saveState(state)
  const hint = save === 'offline' ? t('save.offlineHint') : save === 'conflict' ? t('save.conflictHint') : undefined
  return (
    <span role="status" data-save={save} title={hint} className={cn('inline-flex min-h-7 items-center gap-1.5 rounded-full px-2.5 text-[0.867rem] font-medium', LOOKS[save])}>
      {save === 'saved' && <Icon name="check" />}
      {save === 'offline' && <Icon name="cloudOff" />}
      {save === 'conflict' && <Icon name="alert" />}
      <span>{t(`save.${save}`)}</span>
      {hint && <span className="sr-only">. {hint}</span>}
    </span>
  )
}
