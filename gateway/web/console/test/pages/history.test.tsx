import { screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { History } from '@/pages/records/History'
import { labelsOf } from '@/pages/records/labels'
import { inPage } from './inPage'

const CHANGES = [
  { eventId: 'e2', path: 'buying_stages[s2].key_message', cause: 'chat', to: 'It works on the second day', at: '2026-11-21T08:00:00Z' },
  { eventId: 'e1', path: 'buying_stages[gone].key_message', cause: 'chat', to: 'It pays for itself', at: '2026-11-21T07:00:00Z' },
]

afterEach(() => vi.unstubAllGlobals())

it('says in which row a value changed, where the row is still there', async () => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ items: CHANGES }), { headers: { 'content-type': 'application/json' } }))
  await inPage(<History kind="buying-processes" id="b1" labels={labelsOf(undefined)} rowName={(row) => (row === 's2' ? 'Consideration' : undefined)} />)
  const [latest, first] = await screen.findAllByRole('listitem', {}, { timeout: 60_000 })
  expect(latest).toHaveTextContent('Consideration · key message')
  expect(first?.textContent).toMatch(/^key message/)
})
