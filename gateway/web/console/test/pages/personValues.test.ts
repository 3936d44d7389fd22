import { expect, it } from 'vitest'
import { readable, textOf, valueOf } from '@/pages/people/values'

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
