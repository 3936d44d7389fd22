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
      ? { kinds: [{ kind: 'visitors', days: 30, count: 12, oldest: '2026-01-01T08:00:00Z', newest: '2026-02-01T08:00:00Z' }, { kind: 'people', days: 730, count: 0 }] }
      : {
          rev: 3,
          kinds: [{ kind: 'visitors', days: 90 }, { kind: 'people', days: 730 }, { kind: 'interviews' }],
          last: { at: '2026-03-01T08:00:00Z', request: 'erasure-1', kinds: [{ kind: 'visitors', count: 5 }, { kind: 'people', count: 2 }] },
        }
    return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } })
  })
})
afterEach(() => vi.unstubAllGlobals())

it('knows days from nothing and from nonsense', () => {
  expect(['', ' ', '30', '1', '3650', '0', '3651', '-1', '1.5', 'x'].map(daysOf)).toEqual(['keep', 'keep', 30, 1, 3650, 'wrong', 'wrong', 'wrong', 'wrong', 'wrong'])
})

const field = (name: string) => screen.findByRole('textbox', { name }, PATIENCE)

it('shows the days of each kind and what went last', async () => {
  await inPage(<RetentionForm />)
  expect(await field('Visitors nobody knows')).toHaveValue('90')
  expect(await field('People')).toHaveValue('730')
  expect(await field('Unfinished interviews')).toHaveValue('')
  expect(screen.getByText(/^Erased last, .*: Visitors nobody knows 5 and People 2$/)).toBeVisible()
})

it('shows what would go of each kind before anything is saved', async () => {
  const { user } = await inPage(<RetentionForm />)
  const days = await field('Visitors nobody knows')
  await user.clear(days)
  await user.type(days, '30')
  await user.click(screen.getByRole('button', { name: 'What would go?' }))
  expect(await screen.findByText(/^Visitors nobody knows: 12 would go, silent since/)).toBeVisible()
  expect(screen.getByText('People: nothing would go now.')).toBeVisible()
  expect(sent).toHaveBeenCalledExactlyOnceWith('POST', '/api/v1/privacy/retention/dry-run', {
    kinds: [
      { kind: 'visitors', days: 30 },
      { kind: 'people', days: 730 },
    ],
  })
  await user.type(days, '0')
  expect(screen.queryByText(/would go, silent/)).toBeNull()
})

it('saves the days of every kind, or that it is kept, at the revision that was shown', async () => {
  const { user } = await inPage(<RetentionForm />)
  const days = await field('People')
  await user.clear(days)
  await user.type(days, '0')
  expect(days).toBeInvalid()
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
  expect(screen.getByRole('button', { name: 'What would go?' })).toBeDisabled()
  await user.clear(days)
  await user.type(await field('Unfinished interviews'), '400')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(sent).toHaveBeenCalledExactlyOnceWith('PUT', '/api/v1/privacy/retention', {
    rev: 3,
    kinds: [{ kind: 'visitors', days: 90 }, { kind: 'people' }, { kind: 'interviews', days: 400 }],
  })
})
