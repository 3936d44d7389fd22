import type { Contract } from '@/api/accounts'
import { useFormats } from '@/i18n/formats'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { daysUntil } from './model/contracts'
import { type Key, useT } from './texts'

/** What was agreed, and when it is to be renewed. */
export function ContractLine({ contract: { terms }, onEdit }: { contract: Contract; onEdit?: () => void }) {
  const t = useT()
  const { day, money, number } = useFormats()
  const days = daysUntil(terms.endsOn, new Date())
  return (
    <li className="flex items-start gap-3 py-3">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-medium">{t('arrOf', { amount: money(terms.annualRecurringRevenue, terms.currency) })}</span>
          <Badge tone={terms.status === 'active' ? 'accent' : 'neutral'}>{t(`contract.${terms.status}` as Key)}</Badge>
          {terms.status === 'active' && days <= 120 && <Badge tone={days <= 30 ? 'danger' : 'amber'}>{t(days < 0 ? 'overdue' : 'renewsIn', { days: number(Math.abs(days)) })}</Badge>}
        </p>
        <p className="text-[0.867rem] text-quiet">
          {t('fromTo', { from: day(terms.startsOn), to: day(terms.endsOn) })}
          {terms.seats !== undefined && ` · ${t('seatsOf', { count: number(terms.seats) })}`}
        </p>
      </div>
      {onEdit && (
        <Button size="icon" variant="quiet" aria-label={t('editContract')} onClick={onEdit}>
          <Icon name="edit" />
        </Button>
      )}
    </li>
  )
}
