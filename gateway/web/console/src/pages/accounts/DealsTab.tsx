import { useState } from 'react'
import { type AccountDetail, addDeal, type Contract, type Deal, editDeal, keepContract } from '@/api/accounts'
import { mayServe } from '@/api/me'
import { useColleagues } from '@/app/colleagues'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { toast } from '@/ui/toast'
import { FormDialog } from '../records/FormDialog'
import type { FormField, Values } from '../records/form'
import { ContractLine } from './ContractLine'
import { DealCard } from './DealCard'
import { Part } from './HealthTab'
import { CONTRACT_STATUS, DEAL_KINDS, useT } from './words'

/** What is sold, what is being sold, and until when it lasts. */
export function DealsTab({ shown }: { shown: AccountDetail }) {
  const t = useT()
  const writes = mayServe(useUser())
  const [deal, setDeal] = useState<Deal | 'new' | null>(null)
  const [contract, setContract] = useState<Contract | 'new' | null>(null)
  const isOpen = ({ visits }: Deal) => !['won', 'lost'].includes(visits.at(-1)?.stage ?? '')
  const deals = shown.deals.toSorted((one, other) => Number(isOpen(other)) - Number(isOpen(one)))
  const add = (onClick: () => void, label: string) =>
    writes && (
      <Button size="sm" onClick={onClick}>
        <Icon name="plus" />
        {label}
      </Button>
    )
  return (
    <div className="flex flex-col gap-5">
      <Part title={t('deals')} aside={add(() => setDeal('new'), t('addDeal'))}>
        {deals.length === 0 ? <p className="text-quiet">{t('noDeals')}</p> : null}
        <ul className="divide-y divide-line">
          {deals.map((one) => (
            <DealCard key={one.id} deal={one} shown={shown} {...(writes && { onEdit: () => setDeal(one) })} />
          ))}
        </ul>
      </Part>
      <Part title={t('contracts')} aside={add(() => setContract('new'), t('addContract'))}>
        {shown.contracts.length === 0 ? <p className="text-quiet">{t('noContracts')}</p> : null}
        <ul className="divide-y divide-line">
          {shown.contracts
            .toSorted((one, other) => other.terms.endsOn.localeCompare(one.terms.endsOn))
            .map((one) => (
              <ContractLine key={one.id} contract={one} {...(writes && { onEdit: () => setContract(one) })} />
            ))}
        </ul>
      </Part>
      {deal !== null && <DealDialog deal={deal === 'new' ? undefined : deal} shown={shown} onClose={() => setDeal(null)} />}
      {contract !== null && <ContractDialog contract={contract === 'new' ? undefined : contract} shown={shown} onClose={() => setContract(null)} />}
    </div>
  )
}

function DealDialog({ deal, shown, onClose }: { deal: Deal | undefined; shown: AccountDetail; onClose: () => void }) {
  const t = useT()
  const shellT = useShellT()
  const { all } = useColleagues()
  const save = useChange({
    key: ['accounts'],
    quiet: true,
    send: (values: Values) => (deal === undefined ? addDeal(shown.account.id, { contacts: [], competitors: [], ...values }) : editDeal(deal, values)),
    done: () => {
      onClose()
      toast({ title: shellT('app.saved') })
    },
  })
  const fields: FormField[] = [
    { name: 'name', label: t('name'), kind: 'text', required: true },
    { name: 'kind', label: t('kind'), kind: 'choice', required: true, options: DEAL_KINDS.map((value) => ({ value, label: t(`deal.${value}`) })) },
    { name: 'amount', label: t('amount'), kind: 'number' },
    { name: 'currency', label: t('field.currency'), kind: 'text', longest: 3, ltr: true, hint: t('field.currencyHint') },
    { name: 'closesOn', label: t('closesOn'), kind: 'day' },
    { name: 'owner', label: t('owner'), kind: 'choice', options: all.map(({ id, name }) => ({ value: id, label: name })) },
    { name: 'contacts', label: t('whoDecides'), kind: 'choices', options: shown.contacts.map(({ id, details }) => ({ value: id, label: details.name })) },
    { name: 'competitors', label: t('field.competitors'), kind: 'lines' },
    { name: 'pain', label: t('pain'), kind: 'area' },
    { name: 'nextStep', label: t('nextStep'), kind: 'text', longest: 4_000 },
  ]
  return (
    <FormDialog
      title={t(deal === undefined ? 'addDeal' : 'editDeal')}
      fields={fields}
      values={deal?.details ?? {}}
      busy={save.isPending}
      problem={save.error}
      onClose={onClose}
      onSave={(values) => save.mutate(values)}
    />
  )
}

function ContractDialog({ contract, shown, onClose }: { contract: Contract | undefined; shown: AccountDetail; onClose: () => void }) {
  const t = useT()
  const shellT = useShellT()
  const save = useChange({
    key: ['accounts'],
    quiet: true,
    send: (values: Values) => keepContract(shown.account.id, contract?.id ?? crypto.randomUUID(), values, contract?.rev),
    done: () => {
      onClose()
      toast({ title: shellT('app.saved') })
    },
  })
  const fields: FormField[] = [
    { name: 'startsOn', label: t('startsOn'), kind: 'day', required: true },
    { name: 'endsOn', label: t('endsOn'), kind: 'day', required: true },
    { name: 'annualRecurringRevenue', label: t('arr'), kind: 'number', required: true },
    { name: 'currency', label: t('field.currency'), kind: 'text', longest: 3, ltr: true, required: true, hint: t('field.currencyHint') },
    { name: 'seats', label: t('seats'), kind: 'number' },
    { name: 'plannedDaysToValue', label: t('plannedDays'), kind: 'number' },
    { name: 'status', label: t('status'), kind: 'choice', required: true, options: CONTRACT_STATUS.map((value) => ({ value, label: t(`contract.${value}`) })) },
  ]
  return (
    <FormDialog
      title={t(contract === undefined ? 'addContract' : 'editContract')}
      fields={fields}
      values={contract?.terms ?? { status: 'active' }}
      whole
      busy={save.isPending}
      problem={save.error}
      onClose={onClose}
      onSave={(values) => save.mutate({ ...values, ...(contract?.terms.renewalOf && { renewalOf: contract.terms.renewalOf }) })}
    />
  )
}
