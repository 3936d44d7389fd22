import { useColleagues } from '@/app/colleagues'
import type { FormField } from '../records/form'
import { useT } from './texts'

/** What can be filled in of a company. */
export function useAccountFields(): FormField[] {
  const t = useT()
  const owners = useOwnerOptions()
  return [
    { name: 'name', label: t('name'), kind: 'text', required: true },
    { name: 'domain', label: t('field.domain'), kind: 'text', ltr: true },
    { name: 'industry', label: t('field.industry'), kind: 'text' },
    { name: 'segment', label: t('field.segment'), kind: 'text', hint: t('field.segmentHint') },
    { name: 'owner', label: t('owner'), kind: 'choice', options: owners },
    { name: 'employees', label: t('field.employees'), kind: 'number' },
    { name: 'annualRevenue', label: t('field.annualRevenue'), kind: 'number' },
    { name: 'currency', label: t('field.currency'), kind: 'text', longest: 3, ltr: true, hint: t('field.currencyHint') },
    { name: 'country', label: t('field.country'), kind: 'text' },
    { name: 'city', label: t('field.city'), kind: 'text' },
    { name: 'website', label: t('field.website'), kind: 'text', ltr: true, longest: 2_000 },
    { name: 'technologies', label: t('field.technologies'), kind: 'lines' },
    { name: 'competitors', label: t('field.competitors'), kind: 'lines' },
    { name: 'tags', label: t('field.tags'), kind: 'lines' },
    { name: 'description', label: t('field.description'), kind: 'area' },
  ]
}

/** Who may be in charge. */
export function useOwnerOptions() {
  const { all } = useColleagues()
  return all.map(({ id, name }) => ({ value: id, label: name || id }))
}
