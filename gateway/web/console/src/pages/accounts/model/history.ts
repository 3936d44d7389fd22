import type { Written } from '@/api/accounts'
import type { Key } from '../texts'

/** What changed of the things of a kind in one write; `fields` are named only where one of them changed. */
export type Told = { kind: string; count: number; added: boolean; name: string | undefined; fields: string[]; reason: string | undefined }

const SHOWN_FIELDS = 6

/** The changes of one write, those of a kind together. */
export function told(changes: Written['changes']): Told[] {
  return [...new Set(changes.map(({ kind }) => kind))].map((kind) => {
    const same = changes.filter((change) => change.kind === kind)
    const edits = same.length === 1 ? (same[0]?.edits ?? []) : []
    const added = edits.length > 0 && edits.every(({ from }) => from === undefined) && edits.some(({ path }) => FIRST.includes(path))
    const name = edits.find(({ path }) => path === 'name')?.to
    return {
      kind,
      count: same.length,
      added,
      name: added && typeof name === 'string' ? name : undefined,
      fields: added ? [] : [...new Set(edits.map(({ path }) => path))].slice(0, SHOWN_FIELDS),
      reason: same.find(({ reason }) => reason)?.reason,
    }
  })
}

/** Only what is new has no value before in these. */
const FIRST = ['name', 'startsOn']

const SHARED: Record<string, Key> = {
  name: 'name',
  owner: 'owner',
  stage: 'stage',
  currency: 'field.currency',
  competitors: 'field.competitors',
}

const OF_KIND: Record<string, Record<string, Key>> = {
  account: {
    domain: 'field.domain',
    website: 'field.website',
    industry: 'field.industry',
    segment: 'field.segment',
    employees: 'field.employees',
    annualRevenue: 'field.annualRevenue',
    country: 'field.country',
    city: 'field.city',
    description: 'field.description',
    technologies: 'field.technologies',
    tags: 'field.tags',
    step: 'step',
    churnRisk: 'churnRisk',
    archived: 'isPutAway',
  },
  contact: {
    email: 'email',
    phone: 'phone',
    title: 'jobTitle',
    department: 'department',
    level: 'level',
    roles: 'roles',
    influences: 'influences',
    ourExecutive: 'ourExecutive',
    linkedin: 'linkedin',
    notes: 'notes',
    active: 'left',
    person: 'person',
  },
  deal: {
    kind: 'kind',
    amount: 'amount',
    closesOn: 'closesOn',
    contract: 'thing.contract',
    contacts: 'whoDecides',
    pain: 'pain',
    nextStep: 'nextStep',
  },
  contract: {
    startsOn: 'startsOn',
    endsOn: 'endsOn',
    annualRecurringRevenue: 'amount',
    seats: 'seats',
    plannedDaysToValue: 'plannedDays',
    status: 'status',
    renewalOf: 'renewalOf',
  },
}

/** The text that names a field of a kind; undefined for what a later server adds. */
export const fieldKey = (kind: string, field: string): Key | undefined => OF_KIND[kind]?.[field] ?? SHARED[field]
