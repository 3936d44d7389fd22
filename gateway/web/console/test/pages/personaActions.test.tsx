import { screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Persona } from '@/api/personas'
import { PersonaActions } from '@/pages/personas/PersonaActions'
import { inPage } from './inPage'

const navigate = vi.fn()
vi.mock('@tanstack/react-router', () => ({ useNavigate: () => navigate }))

afterEach(() => vi.unstubAllGlobals())

const persona = (status: Persona['status']) => ({ id: 'landlord', name: 'Landlord', rev: 3, status }) as Persona

it('deletes what is not in use, after asking', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: string | URL, init?: RequestInit) => {
    asked.push(`${init?.method ?? 'GET'} ${url}`)
    return new Response(null, { status: 204 })
  })
  const { user } = await inPage(<PersonaActions persona={persona('rejected')} onEdit={() => {}} />)
  await user.click(await screen.findByRole('button', { name: 'Delete' }, { timeout: 60_000 }))
  const dialog = await screen.findByRole('dialog', { name: /Delete .*Landlord/ }, { timeout: 60_000 })
  expect(asked).toEqual([])
  await user.click([...dialog.querySelectorAll('button')].find((one) => one.textContent === 'Delete')!)
  await vi.waitFor(() => expect(navigate).toHaveBeenCalledWith({ to: '/personas' }))
  expect(asked.some((one) => one.startsWith('DELETE ') && one.endsWith('/api/v1/personas/landlord?rev=3'))).toBe(true)
})

it('does not offer to delete what visitors are met with', async () => {
  await inPage(<PersonaActions persona={persona('approved')} onEdit={() => {}} />)
  await screen.findByRole('button', { name: 'Stop using' }, { timeout: 60_000 })
  expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull()
})
