import { expect, it } from 'vitest'
import type { Written } from '@/api/accounts'
import en from '@/pages/accounts/texts/en.json'
import { fieldKey, told } from '@/pages/accounts/model/history'

const change = (kind: string, paths: string[], from: unknown = 'before'): Written['changes'][number] => ({
  kind,
  id: `${kind}-1`,
  edits: paths.map((path) => ({ path, ...(from === undefined ? {} : { from }), to: 'after' })),
})

it('names what changed of one thing', () => {
  expect(told([change('account', ['employees', 'city'])])).toEqual([
    { kind: 'account', count: 1, added: false, name: undefined, fields: ['employees', 'city'], reason: undefined },
  ])
})

it('says that something is new rather than all that is known of it', () => {
  const [contact] = told([{ kind: 'contact', id: 'c1', edits: [{ path: 'name', to: 'Aya' }, { path: 'email', to: 'aya@x.example' }] }])
  expect(contact).toMatchObject({ added: true, name: 'Aya', fields: [] })
})

it('takes a first value of something old for a change', () => {
  const [contact] = told([{ kind: 'contact', id: 'c1', edits: [{ path: 'email', to: 'aya@x.example' }] }])
  expect(contact).toMatchObject({ added: false, fields: ['email'] })
})

it('counts several of a kind, and tells why the account moved', () => {
  expect(told([change('deal', ['amount']), change('deal', ['stage']), { ...change('account', ['step']), reason: 'They want more' }])).toEqual([
    { kind: 'deal', count: 2, added: false, name: undefined, fields: [], reason: undefined },
    { kind: 'account', count: 1, added: false, name: undefined, fields: ['step'], reason: 'They want more' },
  ])
})

// As the service writes them: AccountDetails, ContactDetails, DealDetails, Terms, and what it adds to each.
const WRITTEN = {
  account: 'name domain website industry segment employees annualRevenue currency country city description owner technologies competitors tags stage step churnRisk archived',
  contact: 'name email phone title department level roles influences ourExecutive linkedin notes active person',
  deal: 'name kind amount currency closesOn contract owner contacts competitors pain nextStep stage',
  contract: 'startsOn endsOn annualRecurringRevenue currency seats plannedDaysToValue status renewalOf',
}

it.each(Object.entries(WRITTEN))('has words for every field of a %s', (kind, fields) => {
  for (const field of fields.split(' ')) expect(en, `${kind}.${field}`).toHaveProperty([fieldKey(kind, field) ?? 'nothing'])
})

it('leaves a field of a later server its own name', () => {
  expect(fieldKey('account', 'mood')).toBeUndefined()
})
