import { QueryClient } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { Leaf, PersonDetail, PersonFields } from '@/api/people'
import { personas } from '@/api/personas'
import { PersonSections } from '@/pages/people/PersonSections'
import { inPage } from './inPage'

vi.mock('@/app/user', () => ({ useUser: () => ({ id: 'u1', name: 'Dana', email: 'dana@rapport.example', roles: ['viewer'] }) }))

const PATH = 'intelligence.personaMatch'
const FIELDS: PersonFields = { sections: ['intelligence'], items: [{ path: PATH, label: 'Persona', section: 'intelligence', type: 'text', editable: false }] }
const match: Leaf = { value: 'landlord-7f3', source: { system: 'chat' }, by: 'analysis', at: '2026-11-21T08:00:00Z', confidence: 0.9, locked: false, undoable: false }
const NORA: PersonDetail = { id: 'nora', rev: 3, leaves: { [PATH]: match }, undoable: [], conversations: [], merged: [], lastUpdatedAt: '2026-11-21T08:00:00Z' }

it('calls the persona of a person by its name', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } })
  client.setQueryData(personas.queryKey, [{ id: 'landlord-7f3', name: 'Landlord' }] as never)
  await inPage(<PersonSections shown={NORA} fields={FIELDS} />, client)
  expect(await screen.findByText('Landlord', undefined, { timeout: 60_000 })).toBeVisible()
  expect(screen.queryByText('landlord-7f3')).toBeNull()
})
