import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Consents } from '@/pages/people/Consents'
import { inPage } from './inPage'

const PATIENCE = { timeout: 60_000 }
const LEDGER = {
  current: [
    { purpose: 'chat', state: 'granted', allowed: true, text: 'contact-1', at: '2026-11-21T08:00:00Z' },
    { purpose: 'crm', state: 'assumed', allowed: true },
    { purpose: 'marketing', state: 'needed', allowed: false },
  ],
  items: [{ id: 'c1:7', purpose: 'chat', granted: true, text: 'contact-1', source: 'conversation', where: 'c1', by: 'visitor', at: '2026-11-21T08:00:00Z', recordedAt: '2026-11-21T08:00:00Z' }],
}

const sent = vi.fn()

beforeEach(() => {
  sent.mockReset()
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit) => {
    if (method === 'POST') sent(path, JSON.parse(String(body)))
    return new Response(JSON.stringify(LEDGER), { headers: { 'content-type': 'application/json' } })
  })
})
afterEach(() => vi.unstubAllGlobals())

it('says how it stands with each purpose, and how we know', async () => {
  await inPage(<Consents person="nora" writes />)
  expect(await screen.findByText('legitimate interest', {}, PATIENCE)).toBeVisible()
  expect(screen.getByText('has not agreed')).toBeVisible()
  expect(screen.getByText(/in a conversation/)).toBeVisible()
  expect(screen.queryByRole('button', { name: /^Agree: Being written to/ })).toBeNull()
})

it('writes a withdrawal down after asking once more', async () => {
  const { user } = await inPage(<Consents person="nora" writes />)
  await user.click(await screen.findByRole('button', { name: 'Withdraw: Sharing with the CRM' }, PATIENCE))
  expect(sent).not.toHaveBeenCalled()
  await user.click(within(await screen.findByRole('dialog', {}, { timeout: 60_000 })).getByRole('button', { name: 'Withdraw' }))
  expect(sent).toHaveBeenCalledWith('/api/v1/people/nora/consents', { id: expect.any(String), purpose: 'crm', granted: false })
})

it('writes nothing down that somebody agreed to before it knows the text', async () => {
  const { user } = await inPage(<Consents person="nora" writes />)
  await user.click(await screen.findByRole('button', { name: 'Agree: Marketing' }, PATIENCE))
  const dialog = within(await screen.findByRole('dialog', {}, { timeout: 60_000 }))
  await user.click(dialog.getByRole('button', { name: 'Agree' }))
  expect(sent).not.toHaveBeenCalled()
  expect(dialog.getByRole('textbox')).toBeInvalid()
  await user.type(dialog.getByRole('textbox'), ' newsletter-2 ')
  await user.click(dialog.getByRole('button', { name: 'Agree' }))
  expect(sent.mock.lastCall?.[1]).toMatchObject({ purpose: 'marketing', granted: true, text: 'newsletter-2' })
})

it('offers nothing to whoever may only read', async () => {
  await inPage(<Consents person="nora" writes={false} />)
  expect(await screen.findByText('has not agreed', {}, PATIENCE)).toBeVisible()
  expect(screen.queryByRole('button')).toBeNull()
})
