import type { Status } from '@/api/records'
import { useT } from '@/i18n/texts'
import { Badge } from '@/ui/Badge'
import { Icon } from '@/ui/Icon'

export function StatusBadge({ status }: { status: Status }) {
  const t = useT()
  return (
    <Badge tone={status === 'completed' ? 'accent' : 'neutral'}>
      {status === 'completed' && <Icon name="check" />}
      {t(`status.${status}`)}
    </Badge>
  )
}
