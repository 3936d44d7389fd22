import type { LeadStatus } from '@/api/leadStatus'
import { Badge } from '@/ui/Badge'
import { useT } from './texts'

const TONES = { new: 'amber', working: 'neutral', qualified: 'accent', won: 'accent', lost: 'danger', withdrawn: 'neutral' } as const

export function LeadBadge({ status }: { status: LeadStatus }) {
  const t = useT()
  return <Badge tone={TONES[status] ?? 'neutral'}>{t(`status.${status}`)}</Badge>
}
