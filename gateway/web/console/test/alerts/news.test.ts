import { expect, it } from 'vitest'
import type { Alert } from '@/api/alerts'
import { withAlert } from '@/pages/alerts/model/news'
import { belongsTo } from '@/pages/alerts/model/views'

type Listed = Parameters<typeof withAlert>[0]

const alert = (id: string, more: Partial<Alert> = {}) => ({ id, status: 'open', type: 'health-drop', ...more }) as Alert
const known: Listed = { pages: [{ items: [alert('a'), alert('b')] }, { items: [alert('c')] }], pageParams: [] }
const ids = (listed: Listed) => listed.pages.map(({ items }) => items.map(({ id }) => id))

it('puts a new alert above all others', () => {
  expect(ids(withAlert(known, alert('n'), true))).toEqual([['n', 'a', 'b'], ['c']])
})

it('leaves an alert that changed where it is', () => {
  const after = withAlert(known, alert('c', { assignee: 'u1' }), true)
  expect(ids(after)).toEqual([['a', 'b'], ['c']])
  expect(after.pages[1]?.items[0]?.assignee).toBe('u1')
})

it('takes away what no longer belongs there', () => {
  expect(ids(withAlert(known, alert('b', { status: 'cleared' }), false))).toEqual([['a'], ['c']])
})

it('knows what belongs to a view as the server does', () => {
  const mine = alert('a', { assignee: 'u1', status: 'snoozed' })
  expect(belongsTo({ view: 'mine' }, 'u1')(mine)).toBe(true)
  expect(belongsTo({ view: 'mine' }, 'u2')(mine)).toBe(false)
  expect(belongsTo({}, 'u1')(mine)).toBe(false)
  expect(belongsTo({ view: 'snoozed', type: 'renewal-risk' }, 'u1')(mine)).toBe(false)
})
