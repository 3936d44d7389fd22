import { expect, it } from 'vitest'
import { until } from '@/pages/alerts/model/snooze'
import { alertsSearch, filterOf, isGone } from '@/pages/alerts/model/views'
import { causesOf } from '@/pages/alerts/model/why'

it('says why with the figures that were seen', () => {
  expect(causesOf({ type: 'health-drop', causes: ['ten-points-in-seven-days', 'band-down'], figures: { score: 55.26, was: 66 } })).toEqual([
    { key: 'ten', values: { score: 55.3, was: 66 } },
    { key: 'band', values: { score: 55.3, was: 66 } },
  ])
  expect(causesOf({ type: 'expansion-signal', causes: ['usage-growth'], figures: { 'usage-growth': 0.614 } })).toEqual([{ key: 'growth', values: { percent: 61 } }])
})

it('says the days before a renewal once, however often it was told', () => {
  const causes = causesOf({ type: 'renewal-risk', causes: ['120-days', 'no-renewal-deal', '90-days'], figures: { days: 88 } })
  expect(causes).toEqual([{ key: 'days', values: { days: 88 } }, { key: 'deal', values: {} }])
})

it('names competitors as they are called, whatever that is', () => {
  expect(causesOf({ type: 'competitive-threat', causes: ['silence', 'Globex'], figures: {} })).toEqual([{ name: 'silence' }, { name: 'Globex' }])
})

it('snoozes until a morning that is still to come', () => {
  const saturday = new Date(2026, 10, 21, 22, 30)
  const monday = new Date(2026, 10, 23, 8, 0)
  const day = (date: Date) => [date.getMonth() + 1, date.getDate(), date.getHours()]
  expect(day(until('tomorrow', saturday))).toEqual([11, 22, 9])
  expect(day(until('monday', saturday))).toEqual([11, 23, 9])
  expect(day(until('monday', monday))).toEqual([11, 30, 9])
  expect(day(until('month', saturday))).toEqual([12, 21, 9])
})

it('takes views from an address, and asks for what each shows', () => {
  expect(alertsSearch({ view: 'open', type: 'no-such-type' })).toEqual({})
  expect(filterOf(alertsSearch({ view: 'mine', type: 'health-drop' }), 'u1')).toEqual({ assignee: 'u1', type: 'health-drop' })
  expect(filterOf({}, 'u1')).toEqual({ status: 'open' })
})

it('takes out of a view what no longer belongs there', () => {
  expect(['acknowledge', 'snooze', 'clear', 'assign'].map((deed) => isGone('open', deed as 'clear'))).toEqual([true, true, true, false])
  expect(['acknowledge', 'snooze', 'clear', 'assign'].map((deed) => isGone('mine', deed as 'clear'))).toEqual([false, false, true, true])
})
