import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Transcript } from '@/pages/conversations/Transcript'
import type { ChatMessage } from '@/studio/model/wire'
import { inPage } from './inPage'

const said = (id: string, role: string, text: string, author?: string) => ({ id, role, text, author, at: '2026-03-01T09:00:00Z', rev: 1 }) as unknown as ChatMessage

it('is a log that names who said what, and can be reached and scrolled by keyboard', async () => {
  const messages = [said('1', 'bot', 'Hello'), said('2', 'user', '<b>Hi</b>'), said('3', 'agent', 'Ada here', 'Ada')]
  const { user } = await inPage(<Transcript messages={messages} />)
  const log = await screen.findByRole('log', { name: 'What was said' }, { timeout: 60_000 })
  expect(log.textContent).toMatch(/Rapport.*Hello.*Visitor.*<b>Hi<\/b>.*Ada.*Ada here/s)
  expect(within(log).queryByText('Hi')).toBeNull()
  await user.tab()
  expect(document.activeElement).toBe(log)
})
