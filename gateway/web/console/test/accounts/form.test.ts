import { expect, it } from 'vitest'
import { changesOf, type FormField, keptOf, shownOf } from '@/pages/records/form'

const name: FormField = { name: 'name', label: 'Name', kind: 'text' }
const size: FormField = { name: 'size', label: 'Size', kind: 'number' }
const tags: FormField = { name: 'tags', label: 'Tags', kind: 'lines' }
const roles: FormField = { name: 'roles', label: 'Roles', kind: 'choices' }

it('tells only what became another value', () => {
  const before = { name: 'Acme', size: 12, tags: ['a', 'b'], roles: ['user'] }
  const shown = { name: ' Acme ', size: '13', tags: 'a\n\nb\n', roles: ['user', 'champion'] }
  expect(changesOf([name, size, tags, roles], before, shown, false)).toEqual({ size: 13, roles: ['user', 'champion'] })
})

it('clears what was emptied, and leaves it out of a new thing', () => {
  expect(changesOf([name, size], { name: 'Acme', size: 12 }, { name: 'Acme', size: '' }, false)).toEqual({ size: null })
  expect(changesOf([name, size], {}, { name: 'Acme', size: '' }, true)).toEqual({ name: 'Acme' })
})

it('reads numbers as people write them, and leaves to the server what is none', () => {
  expect(['1 200', '12,5', '3.5', 'many'].map((text) => keptOf(size, text))).toEqual([1200, 12.5, 3.5, 'many'])
})

it('shows a time in the time of who looks, and keeps the same time', () => {
  const when: FormField = { name: 'at', label: 'When', kind: 'moment' }
  expect(keptOf(when, shownOf(when, '2026-03-29T01:30:00.000Z'))).toBe('2026-03-29T01:30:00.000Z')
})
