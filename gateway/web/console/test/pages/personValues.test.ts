import { expect, it } from 'vitest'
import { formats } from '@/i18n/formats'
import { readable, textOf, valueOf, written } from '@/pages/people/values'

const field = (type: string) => ({ path: 'company.size', label: 'Size', section: 'company', type, editable: true })

it('reads what was written as the field wants it', () => {
  expect(valueOf(field('number'), ' 42 ')).toBe(42)
  expect(valueOf(field('tags'), 'React\n\n Vue ')).toEqual(['React', 'Vue'])
  expect(valueOf(field('text'), ' Acme ')).toBe('Acme')
})

it('takes nothing written for nothing known', () => {
  expect(valueOf(field('number'), '  ')).toBeNull()
})

it('leaves a number that is none to the server, which says so', () => {
  expect(valueOf(field('number'), 'about ten')).toBe('about ten')
})

it('shows whatever the server sends, and writes it back as it was', () => {
  expect([readable('Acme'), readable(['a', 'b']), readable(3), readable(undefined)]).toEqual(['Acme', ['a', 'b'], 3, '""'])
  expect([textOf(['a', 'b']), textOf(3), textOf(undefined)]).toEqual(['a\nb', '3', ''])
})

it.each([
  ['engagement.firstSeen', 'time', '2026-11-23T11:48:59.092Z', /^Nov 23, 2026/],
  ['engagement.firstSeen', 'time', 'some day', /^some day$/],
  ['intelligence.intentScore', 'number', 0.999, /^100%$/],
  ['company.size', 'text', '2500', /^2,500$/],
  ['company.size', 'text', 'about ten', /^about ten$/],
  ['requirements.budgetRange', 'text', '80000 EUR', /^€80,000$/],
  ['identity.phone', 'text', '2025550196', /^2025550196$/],
  ['identity.language', 'text', 'de', /^German$/],
])('writes %s (%s) as the language in use does: %s', (path, type, value, words) => {
  expect(written({ path, type }, value, formats('en'))).toMatch(words)
})
