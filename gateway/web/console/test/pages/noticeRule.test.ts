import { expect, it } from 'vitest'
import type { NoticeRule } from '@/api/notices'
import { Problem } from '@/api/problem'
import { filledIn, ruleOf, seen } from '@/pages/deliveries/model/notice'

const rule: NoticeRule = {
  id: 'nr-1',
  rev: 3,
  name: 'Success',
  enabled: true,
  occasions: ['health-drop'],
  channels: [{ kind: 'slack', channel: '#a' }, { kind: 'email', to: ['x@example.org', 'y@example.org'] }, { kind: 'slack', channel: '#b' }],
  every: '15m',
  quiet: { from: '20:00', to: '07:00', zone: 'Europe/Vienna' },
  locale: 'de',
  changedAt: '2026-11-20T08:00:00Z',
}

it('shows channels and addresses as lists, and keeps what nobody changed', () => {
  const filled = filledIn(rule, 'en')
  expect([filled.slack, filled.to]).toEqual([['#a', '#b'], ['x@example.org', 'y@example.org']])
  const kept = ruleOf(filled, true, 'Europe/Vienna')
  expect(kept.quiet).toEqual(rule.quiet)
  expect(kept.channels).toHaveLength(3)
  expect([kept.every, kept.locale, kept.occasions]).toEqual(['15m', 'de', ['health-drop']])
})

it('has no quiet hours without both times, and begins in the language of who makes it', () => {
  expect(ruleOf({ ...filledIn(undefined, 'ar'), quietFrom: '20:00' }, true, 'UTC').quiet).toBeNull()
  expect(filledIn(undefined, 'ar').locale).toBe('ar')
})

it('says a complaint about a channel where the channel was written', () => {
  const problem = new Problem({ status: 422, code: 'invalid-fields', errors: ['channels[0]', 'channels[1]', 'quiet', 'occasions[2]'].map((path) => ({ path, code: 'x', detail: '' })) })
  const told = seen(problem, rule) as Problem
  expect(told.errors.map(({ path }) => path)).toEqual(['slack', 'to', 'quietFrom', 'occasions'])
})
