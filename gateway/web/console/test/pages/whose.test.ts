import { expect, it } from 'vitest'
import { whose } from '@/pages/conversations/whose'

const field = (value?: string) => ({ state: 'filled', rev: 1, value }) as never

it('names whom a conversation is with, as well as is known', () => {
  expect(whose({ fields: {} })).toBeUndefined()
  expect(whose({ fields: { email: field('nora@example.com'), name: field() } })).toBe('nora@example.com')
  expect(whose({ fields: { email: field('nora@example.com'), name: field('Nora Lang') } })).toBe('Nora Lang')
})
