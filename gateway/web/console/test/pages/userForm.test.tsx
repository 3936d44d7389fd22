import { screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { TeamUser } from '@/api/access'
import { Problem } from '@/api/problem'
import { UserForm } from '@/pages/access/UserForm'
import { UserIdentities } from '@/pages/access/UserIdentities'
import { inPage } from './inPage'

const PATIENCE = { timeout: 60_000 }
const ANNA: TeamUser = { id: 'u1', email: 'anna@a.example', name: 'Anna', roles: ['sales'], disabled: false, invited: false, createdAt: '2026-11-21T08:00:00Z' }
const email = () => screen.findByRole('textbox', { name: 'E-mail' }, PATIENCE)

afterEach(() => vi.unstubAllGlobals())

it('sends an address only when it is another', async () => {
  const onSave = vi.fn()
  const { user } = await inPage(<UserForm user={ANNA} busy={false} problem={null} onCancel={vi.fn()} onSave={onSave} />)
  await email()
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(onSave).toHaveBeenLastCalledWith({ roles: ['sales'] })
  await user.clear(await email())
  await user.type(await email(), ' anna@b.example ')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(onSave).toHaveBeenLastCalledWith({ email: 'anna@b.example', roles: ['sales'] })
})

it('says at the address that somebody else has it', async () => {
  const problem = new Problem({ status: 409, code: 'email-taken' })
  await inPage(<UserForm user={ANNA} busy={false} problem={problem} onCancel={vi.fn()} onSave={vi.fn()} />)
  expect(await email()).toBeInvalid()
})

it('detaches somebody from the provider they sign in by', async () => {
  const asked: string[] = []
  const items = [{ issuer: 'https://sso.example/realms/a', subject: '17', since: '2026-11-21T08:00:00Z' }]
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push(`${init.method} ${url}`)
    return init.method === 'DELETE' ? new Response(null, { status: 204 }) : new Response(JSON.stringify({ items }), { headers: { 'content-type': 'application/json' } })
  })
  const { user } = await inPage(<UserIdentities user="u1" />)
  expect(await screen.findByText('sso.example', undefined, PATIENCE)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Detach' }))
  expect(asked).toContain('DELETE /api/v1/users/u1/identities')
})
