import { expect, it } from 'vitest'
import { formats } from '@/i18n/formats'
import { translator } from '@/i18n/translate'

const texts = { found: { one: '{count} record', other: '{count} records' }, hello: 'Hello {name}', plain: 'Plain' }

it('chooses the plural by the count', () => {
  const t = translator(texts, 'en')
  expect([t('found', { count: 0 }), t('found', { count: 1 }), t('found', { count: 2 })]).toEqual([
    '0 records',
    '1 record',
    '2 records',
  ])
})

it('writes numbers as the language does', () => {
  expect(translator(texts, 'de')('found', { count: 12345 })).toBe('12.345 records')
})

it('takes values as they are, braces and markup too', () => {
  expect(translator(texts, 'en')('hello', { name: '{count} <b>$&</b>' })).toBe('Hello {count} <b>$&</b>')
})

it('shows a hole that nobody filled and a key that nobody wrote, so that they are noticed', () => {
  const t = translator<string>(texts, 'en')
  expect([t('hello'), t('gone')]).toEqual(['Hello {name}', 'gone'])
})

it('knows all six plurals of Arabic', () => {
  const t = translator({ seconds: { zero: 'z', one: 'o', two: 't', few: 'f', many: 'm', other: 'x' } }, 'ar')
  expect([0, 1, 2, 3, 11, 100].map((count) => t('seconds', { count }))).toEqual(['z', 'o', 't', 'f', 'm', 'x'])
})

it('says how long ago something was, and beyond a week when', () => {
  const { ago } = formats('en', () => Date.UTC(2026, 10, 21, 12))
  expect(ago('2026-11-21T11:59:57Z')).toBe('3 sec. ago')
  expect(ago('2026-11-21T11:00:00Z')).toBe('1 hr. ago')
  expect(ago('2026-11-20T12:00:00Z')).toBe('yesterday')
  expect(ago('2026-10-01T12:00:00Z')).toBe('Oct 1, 2026')
})

it('writes scores with one digit, so that they stand below each other, and months with their year', () => {
  const { score, moved, shortDay, money, told } = formats('en')
  expect([score(37), score(63.9), moved(-1), moved(0), moved(2.25)]).toEqual(['37.0', '63.9', '-1.0', '0.0', '+2.3'])
  expect(shortDay('2026-06-01')).toBe('Jun 2026')
  expect([money(977.7, 'EUR'), money(16_849, 'EUR')]).toEqual(['€978', '€16.8K'])
  expect([told('75000 USD'), told('50-200'), told('a lot')]).toEqual(['$75,000', '50–200', 'a lot'])
})
