import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense } from 'react'
import { onTestFinished, vi } from 'vitest'
import { StudioSession } from '@/studio/model/session'
import { Studio } from '@/studio/Studio'
import type { FakeServer } from './FakeServer'

let ids = 0

/** Opens a Studio on a fake server, as a person would find it: with everything there. */
export async function openStudio(server: FakeServer, { writes = true, delay = 0 }: { writes?: boolean; delay?: number | null } = {}) {
  const session = new StudioSession('c1', {
    server,
    storage: localStorage,
    newId: () => `id-${++ids}`,
    now: () => new Date('2026-11-21T08:00:00Z'),
  })
  session.open()
  onTestFinished(() => session.close())
  const ways = { all: vi.fn(), create: vi.fn(), open: vi.fn() }
  await act(async () => {
    render(
      <Suspense>
        <Studio session={session} me="me" writes={writes} ways={ways} />
      </Suspense>,
    )
  })
  await screen.findByRole('log', {}, { timeout: 60_000 })
  return { user: userEvent.setup({ delay }), session, ways }
}
