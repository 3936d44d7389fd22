import { screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { PersonDetail, PersonFields } from '@/api/people'
import { PersonSections } from '@/pages/people/PersonSections'
import { inPage } from './inPage'

vi.mock('@/app/user', () => ({ useUser: () => ({ id: 'u1', name: 'Dana', email: 'dana@rapport.example', roles: ['sales'] }) }))

const FIELDS: PersonFields = { sections: ['identity'], items: [{ path: 'identity.email', label: 'E-mail', section: 'identity', type: 'email', editable: true }] }
const NORA: PersonDetail = { id: 'nora', rev: 3, leaves: {}, undoable: [], conversations: [], merged: [], lastUpdatedAt: '2026-11-21T08:00:00Z' }

afterEach(() => vi.unstubAllGlobals())

const answering = (outcome: string) =>
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ items: [], results: [{ path: 'identity.email', outcome }] }), { headers: { 'content-type': 'application/json' } }))

async function write(text: string) {
  const { user } = await inPage(<PersonSections shown={NORA} fields={FIELDS} />)
  await user.click(await screen.findByRole('button', { name: 'Change E-mail' }, { timeout: 60_000 }))
  await user.click(await screen.findByRole('menuitem', { name: 'Edit' }, { timeout: 60_000 }))
  await user.type(await screen.findByRole('textbox', { name: 'E-mail' }, { timeout: 60_000 }), text)
  await user.click(screen.getByRole('button', { name: 'Save' }))
}

it.each(['rejected', 'conflict'])('keeps what was written when the server says %s', async (outcome) => {
  answering(outcome)
  await write('nora at brightwater')
  await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Save' })).toBeEnabled(), { timeout: 60_000 })
  expect(screen.getByRole('textbox', { name: 'E-mail' })).toHaveValue('nora at brightwater')
})

it('is done when the server has it', async () => {
  answering('applied')
  await write('nora@brightwater.example')
  await vi.waitFor(() => expect(screen.queryByRole('textbox')).toBeNull(), { timeout: 60_000 })
})
