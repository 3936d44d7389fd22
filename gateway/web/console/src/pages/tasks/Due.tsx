import type { Task } from '@/api/tasks'
import { useFormats } from '@/i18n/formats'
import { Badge } from '@/ui/Badge'
import { nearness } from './model'
import { useT } from './texts'

const TONES = { late: 'danger', today: 'amber', soon: 'neutral', later: 'neutral' } as const

/** Until when; nothing when there is no day. What is done is neither due today nor late. */
export function Due({ task: { due, state } }: { task: Task }) {
  const t = useT()
  const { day, moment } = useFormats()
  if (due === null) return null
  const near = state === 'done' ? 'later' : nearness(due, new Date())
  const text = near === 'today' ? t('dueToday') : t(near === 'late' ? 'late' : 'dueOn', { day: day(due) })
  return (
    <Badge tone={TONES[near]}>
      <time dateTime={due} title={moment(due)}>
        {text}
      </time>
    </Badge>
  )
}
