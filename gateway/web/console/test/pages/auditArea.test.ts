import { expect, it } from 'vitest'
import en from '@/i18n/texts/en.json'
import { areaOf } from '@/pages/access/area'

it.each([
  ['/api/v1/accounts/a1/history', 'Accounts'],
  ['/api/v1/deals', 'Accounts'],
  ['/api/v1/buying-processes/b1/export', 'Buying processes'],
  ['/api/v1/alerts/54fa/snooze', 'Alerts'],
  ['/api/v1/sign-in', 'Sign in'],
  ['/api/v1/tokens/t1', 'Your account'],
  ['/api/v1/people?conversation=c1', 'People'],
])('says what %s is about', (path, words) => {
  expect(en[areaOf(path) as keyof typeof en]).toBe(words)
})

it('says nothing of an address nobody sees', () => {
  expect(areaOf('/genkit/flow')).toBeUndefined()
})
