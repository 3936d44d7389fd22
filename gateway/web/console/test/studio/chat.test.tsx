import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ChatMessage } from '@/studio/model/wire'
import { FakeServer } from './FakeServer'
import { filled, gardenRecord } from './garden'
import { openStudio } from './openStudio'

const bot: ChatMessage = {
  id: 'r1',
  role: 'bot',
  text: 'Welcome!\n\nShall we begin?',
  buttons: [{ label: 'Yes, please', action: { type: 'answer', path: 'ready', value: true } }],
  at: '2026-11-21T08:00:00Z',
  rev: 1,
}
const said: ChatMessage = { id: 'm1', role: 'user', text: 'I am Ada', at: '2026-11-21T08:01:00Z', rev: 4 }
const patience = { timeout: 60_000 }

describe('the chat', () => {
  it('sends what is typed with Enter, and shows it at once', async () => {
    const server = new FakeServer(gardenRecord(), [bot])
    const { user } = await openStudio(server)
    await user.type(screen.getByRole('textbox', { name: 'Your message' }), 'A pond, too{Enter}')
    expect(within(screen.getByRole('log')).getByText('A pond, too')).toBeInTheDocument()
    await waitFor(() => expect(server.said.map((message) => message.text)).toEqual(['A pond, too']), patience)
  })

  it('says that an answer is on its way when it is waited for', async () => {
    const server = new FakeServer(gardenRecord(), [bot])
    const { user } = await openStudio(server)
    await user.type(screen.getByRole('textbox', { name: 'Your message' }), 'I am Ada{Enter}')
    expect(await screen.findByText('The answer is on its way', {}, patience)).toBeInTheDocument()
    server.tell('message', { ...said, id: server.said[0]?.messageId })
    await waitFor(() => expect(screen.queryByText('The answer is on its way')).not.toBeInTheDocument(), patience)
  })

  it('begins a new line with Shift and Enter', async () => {
    const server = new FakeServer(gardenRecord(), [bot])
    const { user } = await openStudio(server)
    const box = screen.getByRole('textbox', { name: 'Your message' })
    await user.type(box, 'one{Shift>}{Enter}{/Shift}two')
    expect(box).toHaveValue('one\ntwo')
    expect(server.said).toEqual([])
  })

  it('takes a tap for an answer, with what the button carries', async () => {
    const server = new FakeServer(gardenRecord(), [bot])
    const { user } = await openStudio(server)
    await user.click(screen.getByRole('button', { name: 'Yes, please' }))
    await waitFor(() => expect(server.said).toMatchObject([{ text: 'Yes, please', action: bot.buttons?.[0]?.action }]), patience)
    expect(screen.queryByRole('button', { name: 'Yes, please' })).not.toBeInTheDocument()
  })

  it('says what it understood, and a click leads to the field', async () => {
    const server = new FakeServer(gardenRecord({ rev: 4, fields: { owner: filled('Ada', 3) } }), [bot, said])
    const { user } = await openStudio(server)
    await user.click(screen.getByRole('button', { name: /Owner ?: ?Ada/ }))
    await waitFor(() => expect(screen.getByRole('textbox', { name: /^Owner/ })).toHaveFocus(), patience)
  })

  it('takes a message back', async () => {
    const server = new FakeServer(gardenRecord({ rev: 4 }), [bot, said])
    const { user } = await openStudio(server)
    await user.click(screen.getByRole('button', { name: 'Take back' }))
    await waitFor(() => expect(server.undone).toEqual(['m1']), patience)
    server.tell('message', { ...said, undone: true })
    expect(await screen.findByText('(taken back)', {}, patience)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Take back' })).not.toBeInTheDocument()
  })

  it('shows what is no text of ours as text', async () => {
    const hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script>'
    const server = new FakeServer(gardenRecord({ rev: 4, fields: { owner: filled(hostile, 3, { quote: hostile }) } }), [bot, { ...said, text: hostile }])
    await openStudio(server)
    expect(screen.getAllByText(hostile, { exact: false }).length).toBeGreaterThan(2)
    expect(document.querySelector('img, script')).toBeNull()
  })

  it('says which colleague has joined in', async () => {
    const colleague: ChatMessage = { ...bot, id: 'a1', role: 'agent', author: 'Dana', text: 'I take over.' }
    await openStudio(new FakeServer(gardenRecord(), [bot, colleague]))
    expect(screen.getByText('Dana')).toBeInTheDocument()
    expect(screen.getByText('I take over.')).toBeInTheDocument()
  })

  it('reads out what comes, and not what was said before', async () => {
    const server = new FakeServer(gardenRecord(), [bot])
    await openStudio(server)
    await waitFor(() => expect(screen.getByRole('log')).toHaveAttribute('aria-live', 'polite'), patience)
    expect(screen.getByText('Welcome!')).toHaveAttribute('dir', 'auto')
  })
})
