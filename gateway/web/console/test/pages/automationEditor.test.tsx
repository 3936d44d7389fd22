import { act, render, screen } from '@testing-library/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import userEvent from '@testing-library/user-event'
import { Suspense } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Editor } from '@/pages/automations/Editor'

const saved = vi.fn()

beforeEach(() => {
  saved.mockReset()
  vi.stubGlobal('fetch', async () => new Response('{"faults":[],"automations":[{"title":"x"}],"items":[],"words":[],"actions":[]}', { headers: { 'content-type': 'application/json' } }))
})
afterEach(() => vi.unstubAllGlobals())

const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
const editor = (yaml: string, rev: number) => (
  <QueryClientProvider client={client}>
    <Suspense>
      <Editor yaml={yaml} rev={rev} busy={false} problem={null} onSave={saved} />
    </Suspense>
  </QueryClientProvider>
)

async function opened() {
  const { rerender } = await act(async () => render(editor('one', 3)))
  const area = await screen.findByRole('textbox', {}, { timeout: 60_000 })
  return { rerender, area, user: userEvent.setup({ delay: null }) }
}

it('keeps what is written when a colleague saves, and saves it for what it was begun on', async () => {
  const { rerender, area, user } = await opened()
  await user.type(area, ' more')
  rerender(editor('theirs', 4))
  expect(area).toHaveValue('one more')
  const save = screen.getByRole('button', { name: 'Save' })
  await vi.waitFor(() => expect(save).toBeEnabled(), { timeout: 60_000 })
  await user.click(save)
  expect(saved).toHaveBeenCalledWith('one more', 3)
})

it('shows what a colleague saved to whoever has written nothing', async () => {
  const { rerender, area } = await opened()
  rerender(editor('theirs', 4))
  expect(area).toHaveValue('theirs')
})
