import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { daysOf, RetentionForm } from '@/pages/privacy/RetentionForm'
import { inPage } from './inPage'

const PATIENCE = { timeout: 60_000 }
const sent = vi.fn()

beforeEach(() => {
  sent.mockReset()
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit) => {
    if (method !== 'GET') sent(method, path, JSON.parse(String(body)))
    const answer = path.endsWith('/dry-run')
      ? { kinds: [{ kind: 'visitors', days: 30, count: 12, oldest: '2026-01-01T08:00:00Z', newest: '2026-02-01T08:00:00Z' }] }
      : { rev: 3, kinds: [{ kind: 'visitors', days: 90 }], last: { at: '2026-03-01T08:00:00Z', request: 'erasure-1', conversations: 5 } }
    return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } })
  })
})
afterEach(() => vi.unstubAllGlobals())

it('knows days from nothing and from nonsense', () => {
  expect(['', ' ', '30', '1', '3650', '0', '3651', '-1', '1.5', 'x'].map(daysOf)).toEqual(['keep', 'keep', 30, 1, 3650, 'wrong', 'wrong', 'wrong', 'wrong', 'wrong'])
})

it('shows what would go before anything is saved', async () => {
  const { user } = await inPage(<RetentionForm />)
  const days = await screen.findByRole('textbox', {}, PATIENCE)
  expect(days).toHaveValue('90')
  expect(screen.getByText(/Last time 5 conversations went/)).toBeVisible()
  await user.clear(days)
  await user.type(days, '30')
  await user.click(screen.getByRole('button', { name: 'What would go?' }))
  expect(await screen.findByText(/^12 conversations would go/)).toBeVisible()
  expect(sent).toHaveBeenCalledExactlyOnceWith('POST', '/api/v1/privacy/retention/dry-run', { kinds: [{ kind: 'visitors', days: 30 }] })
})

it('saves days, or that everything is kept, at the revision that was shown', async () => {
  const { user } = await inPage(<RetentionForm />)
  const days = await screen.findByRole('textbox', {}, PATIENCE)
  await user.clear(days)
  await user.type(days, '0')
  expect(days).toBeInvalid()
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
  await user.clear(days)
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(sent).toHaveBeenCalledExactlyOnceWith('PUT', '/api/v1/privacy/retention', { rev: 3, kinds: [{ kind: 'visitors' }] })
})
