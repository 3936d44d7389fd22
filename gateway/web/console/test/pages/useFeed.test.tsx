import { render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { useFeed } from '@/app/useFeed'
import type { StreamEvent } from '@/studio/model/eventStream'

const last = (_: string, { data }: StreamEvent) => data

function Followed({ path }: { path: string }) {
  const { state, refused } = useFeed(path, 'nothing', last)
  return <p>{refused === undefined ? state : 'refused'}</p>
}

/** A feed that says one thing and stays open; another path is refused, and a third says nothing yet. */
function feeds(path: string) {
  if (path === '/gone') return Promise.resolve(new Response('{"status":404,"code":"not-found"}', { status: 404, headers: { 'content-type': 'application/problem+json' } }))
  const body = new ReadableStream({ start: (lines) => path === '/first' && lines.enqueue(new TextEncoder().encode('id: 1\nevent: said\ndata: one\n\n')) })
  return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } }))
}

afterEach(() => vi.unstubAllGlobals())

it('says nothing of one record under the name of another', async () => {
  vi.stubGlobal('fetch', feeds)
  const { rerender } = render(<Followed path="/first" />)
  expect(await screen.findByText('one', {}, { timeout: 60_000 })).toBeVisible()
  rerender(<Followed path="/silent" />)
  expect(screen.getByText('nothing')).toBeVisible()
})

it('follows the next record where one was refused', async () => {
  vi.stubGlobal('fetch', feeds)
  const { rerender } = render(<Followed path="/gone" />)
  expect(await screen.findByText('refused', {}, { timeout: 60_000 })).toBeVisible()
  rerender(<Followed path="/first" />)
  expect(await screen.findByText('one', {}, { timeout: 60_000 })).toBeVisible()
})
