import type { Ticket } from '@/api/accounts'
import { useFormats } from '@/i18n/formats'
import { Badge } from '@/ui/Badge'
import { Icon } from '@/ui/Icon'
import { Words } from '@/ui/Words'
import { Ago } from '../records/Ago'
import { useT } from './texts'

/** A request for support, and whether it is dealt with. */
export function TicketLine({ ticket }: { ticket: Ticket }) {
  const t = useT()
  const { number } = useFormats()
  const hours = ticket.resolvedAt === undefined ? undefined : (Date.parse(ticket.resolvedAt) - Date.parse(ticket.openedAt)) / 3_600_000
  const late = ticket.slaHours !== undefined && (hours ?? (Date.now() - Date.parse(ticket.openedAt)) / 3_600_000) > ticket.slaHours
  return (
    <li className="relative ps-7 pb-6 last:pb-0">
      <span aria-hidden="true" className="absolute -start-3.5 top-0 flex size-7 items-center justify-center rounded-full border border-line bg-card text-accent">
        <Icon name="ticket" />
      </span>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Words className="font-medium">{ticket.subject ?? ticket.ticket}</Words>
        <Badge tone={ticket.priority === 'p1' ? 'danger' : 'neutral'}>{ticket.priority.toUpperCase()}</Badge>
        <Badge tone={hours === undefined ? 'amber' : 'accent'}>{t(hours === undefined ? 'ticketOpen' : 'ticketDone')}</Badge>
        {late && <Badge tone="danger">{t('ticketLate')}</Badge>}
      </div>
      <p className="text-[0.867rem] text-quiet">
        <Ago time={ticket.openedAt} />
        {hours !== undefined && <> · {t('resolvedIn', { hours: number(hours) })}</>}
        {ticket.csat !== undefined && <> · {t('contentment', { points: number(ticket.csat) })}</>}
      </p>
    </li>
  )
}
