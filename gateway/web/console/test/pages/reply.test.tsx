import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Handoff } from '@/pages/conversations/Handoff'
import { inPage } from './inPage'

vi.mock('@/app/user', () => ({ useUser: () => ({ id: 'u1', name: 'Dana', email: 'dana@rapport.example', roles: ['sales'] }) }))

/** What was sent, each with what the server makes of it. */
type Sent = { body: { messageId: string; text: string }; answer: (status: number) => Promise<void> }
let sent: Sent[]

beforeEach(() => {
  sent = []
  vi.stubGlobal('fetch', (_: string, { method, body }: RequestInit) => {
    if (method !== 'POST') return Promise.resolve(new Response('{"conversations":[],"items":[]}', { headers: { 'content-type': 'application/json' } }))
    return new Promise((resolve) => {
      const answer = (status: number) => act(async () => resolve(new Response('{}', { status, headers: { 'content-type': 'application/json' } })))
      sent.push({ body: JSON.parse(String(body)), answer })
    })
  })
})
afterEach(() => vi.unstubAllGlobals())

const box = () => screen.findByRole('textbox', {}, { timeout: 60_000 })

it('leaves what is written while a message is on its way', async () => {
  const { user } = await inPage(<Handoff id="c1" mode="human" />)
  await user.type(await box(), 'Hello{Enter}')
  await user.type(await box(), ' and welcome')
  await sent[0]?.answer(200)
  expect(await box()).toHaveValue('and welcome')
})

it('sends the same words as the same message, and other words as another', async () => {
  const { user } = await inPage(<Handoff id="c1" mode="human" />)
  await user.type(await box(), 'Hello{Enter}')
  await sent[0]?.answer(503)
  await user.type(await box(), '{Enter}')
  await sent[1]?.answer(503)
  await user.type(await box(), ' Nora{Enter}')
  await sent[2]?.answer(200)
  const ids = sent.map(({ body }) => body.messageId)
  expect(sent.map(({ body }) => body.text)).toEqual(['Hello', 'Hello', 'Hello Nora'])
  expect(ids[1]).toBe(ids[0])
  expect(ids[2]).not.toBe(ids[0])
  expect(await box()).toHaveValue('')
})
