import { expect, it } from 'vitest'
import type { Push } from '@/api/push'
import { chosenOf, textOf } from '@/pages/integrations/model/push'

const field = (name: string, to: string | null, proposed: string | null) => ({ name, label: name, to, proposed, score: false })
const push: Push = {
  rev: 4,
  on: true,
  kinds: [
    { kind: 'lead', object: 'Lead', on: true, fields: [field('company', 'Company', 'Company'), field('title', 'Job__c', 'Title'), field('phone', null, 'Phone')] },
    { kind: 'task', object: 'Task', on: false, fields: [] },
  ],
  scores: false,
  counts: { waiting: 0, done: 0, refused: 0 },
  running: false,
  failures: 0,
}

it('leaves out what goes by its proposed name, and says what is not written', () => {
  expect(textOf(push, chosenOf(push))).toEqual({ rev: 4, kinds: ['lead'], scores: false, objects: {}, fields: { lead: { title: 'Job__c', phone: '' }, task: {} } })
})

it('sends a name that was given, without the blanks around it', () => {
  const choice = { ...chosenOf(push), names: { lead: { company: ' Account ', title: 'Title' } } }
  expect(textOf(push, choice).fields.lead).toEqual({ company: 'Account', phone: '' })
})

it('sends the tables that are not the proposed ones', () => {
  const table = (kind: string, object: string) => ({ kind, object, proposedObject: `rapport_${kind}s`, on: true, fields: [] })
  const tables: Push = { ...push, kinds: [table('account', 'firms'), table('contact', 'rapport_contacts'), table('lead', 'rapport_leads')] }
  const choice = { ...chosenOf(tables), objects: { lead: ' people ' } }
  expect(textOf(tables, choice).objects).toEqual({ account: 'firms', lead: 'people' })
  expect(textOf(tables, { ...choice, objects: { account: 'rapport_accounts' } }).objects).toEqual({})
})
