import { expect, it } from 'vitest'
import type { Role } from '@/api/me'
import { placesOf } from '@/app/navigation'

const seen = (...roles: Role[]) => placesOf({ id: 'u1', email: 'a@example.org', name: 'A', workspace: 'main', roles }).map(({ to }) => to)

it('leads everybody to what everybody may read', () => {
  expect(seen('viewer')).toContain('/profiles')
})

it('shows the queue to those who may answer, and keys to administrators', () => {
  expect([seen('viewer').includes('/conversations'), seen('sales').includes('/conversations')]).toEqual([false, true])
  expect([seen('sales').includes('/widget'), seen('admin').includes('/widget')]).toEqual([false, true])
})

it('gives every place a key of its own', () => {
  const keys = placesOf({ id: 'u1', email: '', name: '', workspace: '', roles: ['admin'] }).map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
})
