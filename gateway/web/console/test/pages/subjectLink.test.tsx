import { screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { SubjectLink } from '@/pages/tasks/SubjectLink'
import { inPage } from './inPage'

vi.mock('@tanstack/react-router', () => ({ Link: ({ children }: { children: ReactNode }) => <a href="/">{children}</a> }))

const PATIENCE = { timeout: 60_000 }

afterEach(() => vi.unstubAllGlobals())

it('calls an account by its name', async () => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ account: { details: { name: 'Mill' } } }), { headers: { 'content-type': 'application/json' } }))
  await inPage(<SubjectLink subject={{ type: 'account', id: 'a1' }} />)
  expect(await screen.findByRole('link', { name: 'Mill' }, PATIENCE)).toBeVisible()
})

it('says that it is an account while nobody knows its name', async () => {
  vi.stubGlobal('fetch', async () => new Response('{}', { status: 404, headers: { 'content-type': 'application/problem+json' } }))
  await inPage(<SubjectLink subject={{ type: 'account', id: 'a1' }} />)
  expect(await screen.findByRole('link', { name: 'The account' }, PATIENCE)).toBeVisible()
})
