import { expect, it } from 'vitest'
import { accountsSearch, queryOf, searchOf } from '@/pages/accounts/search'

it('takes from an address what a list can show, and nothing else', () => {
  expect(accountsSearch({ stage: 'customer', risk: 'true', band: 'good', sort: '-arr', evil: 1 })).toEqual({ stage: 'customer', risk: true, sort: '-arr' })
  expect(accountsSearch({ list: 'health', band: 'at-risk', stage: 'customer', sort: 'lastTouchAt' })).toEqual({ list: 'health', band: 'at-risk' })
})

it('is the same list again when a saved view is opened', () => {
  for (const search of [{}, { q: 'ä & b', sort: 'name' }, { list: 'health' as const, band: 'critical' as const, owner: 'dana' }, { archived: true }]) {
    expect(searchOf(queryOf(search))).toEqual(search)
  }
})

it('opens a view that was saved by the API as a list by health', () => {
  expect(searchOf('band=at-risk&sort=-arr')).toEqual({ list: 'health', band: 'at-risk', sort: '-arr' })
})
