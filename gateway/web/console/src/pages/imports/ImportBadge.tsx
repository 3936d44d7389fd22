import type { ImportStatus } from '@/api/imports'
import { Badge } from '@/ui/Badge'
import { useT } from './texts'

const TONES = { uploading: 'amber', checking: 'amber', checked: 'neutral', running: 'amber', done: 'accent', failed: 'danger', cancelled: 'neutral' } as const

export function ImportBadge({ status }: { status: ImportStatus }) {
  const t = useT()
  return <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>
}
