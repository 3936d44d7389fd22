import { QueryClient, useQuery } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { Problem } from '@/api/problem'
import { useChange } from '@/app/useChange'
import { inPage } from './inPage'

const KEY = ['lamp', 'one']
const PATIENCE = { timeout: 60_000 }

function Lamp({ send, done }: { send: (on: boolean) => Promise<unknown>; done: () => void }) {
  const { data } = useQuery<boolean>({ queryKey: KEY, queryFn: () => false, staleTime: Number.POSITIVE_INFINITY })
  const change = useChange({ key: KEY, send, guess: (_: boolean, on: boolean) => on, done })
  return (
    <button type="button" onClick={() => change.mutate(true)}>
      {data ? 'on' : 'off'}
    </button>
  )
}

async function open(send: (on: boolean) => Promise<unknown>) {
  const client = new QueryClient()
  client.setQueryData(KEY, false)
  const done = vi.fn()
  const { user } = await inPage(<Lamp send={send} done={done} />, client)
  await user.click(await screen.findByRole('button', { name: 'off' }, PATIENCE))
  return { done }
}

it('shows a change before the server has it', async () => {
  await open(() => new Promise(() => {}))
  expect(await screen.findByRole('button', { name: 'on' }, PATIENCE)).toBeInTheDocument()
})

it('puts it back when the server will not have it', async () => {
  let refuse = () => {}
  const { done } = await open(
    () =>
      new Promise((_, reject) => {
        refuse = () => reject(new Problem({ status: 409, code: 'stale' }))
      }),
  )
  await screen.findByRole('button', { name: 'on' }, PATIENCE)
  refuse()
  expect(await screen.findByRole('button', { name: 'off' }, PATIENCE)).toBeInTheDocument()
  expect(done).not.toHaveBeenCalled()
})

it('tells when it is done', async () => {
  const { done } = await open(async () => undefined)
  await waitFor(() => expect(done).toHaveBeenCalledOnce(), PATIENCE)
})
