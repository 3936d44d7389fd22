import { screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { LinkedinArchive } from '@/pages/imports/LinkedinArchive'
import { inPage } from './inPage'

const PATIENCE = { timeout: 60_000 }
const FOUND = { applied: false, rows: 5, withoutAddress: 1, unknown: 1, matched: 2, given: 1, same: 0, kept: 1, faulty: 1, problems: [{ row: 5, detail: 'the URL is none' }] }

afterEach(() => vi.unstubAllGlobals())

it('shows what would happen, and does it when asked to', async () => {
  const asked = vi.fn(async (address: string) => Response.json({ ...FOUND, applied: address.endsWith('apply=true') }))
  vi.stubGlobal('fetch', asked)
  const { user } = await inPage(<LinkedinArchive />)
  const archive = new File(['x'], 'archive.zip')
  await user.upload(await screen.findByLabelText('Choose the archive', { selector: 'input' }, PATIENCE), archive)
  expect((await screen.findByRole('status', {}, PATIENCE)).textContent).toContain('nothing is changed yet')
  expect(screen.getByText('5: the URL is none')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Give 1 contact its profile' }))
  expect(await screen.findByText('Done.', {}, PATIENCE)).toBeTruthy()
  expect(asked.mock.calls.map(([address]) => address)).toEqual([
    '/api/v1/contacts/linkedin/archive?apply=false',
    '/api/v1/contacts/linkedin/archive?apply=true',
  ])
})

it('says why a file cannot be taken', async () => {
  const problem = { status: 422, code: 'no-connections', detail: 'There is no Connections.csv in the archive.' }
  vi.stubGlobal('fetch', async () => Response.json(problem, { status: 422, headers: { 'Content-Type': 'application/problem+json' } }))
  const { user } = await inPage(<LinkedinArchive />)
  await user.upload(await screen.findByLabelText('Choose the archive', { selector: 'input' }, PATIENCE), new File(['x'], 'a.zip'))
  expect((await screen.findByRole('alert', {}, PATIENCE)).textContent).toContain(problem.detail)
})
