import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Problem } from '@/api/problem'
import { FakeServer } from './FakeServer'
import { filled, gardenRecord } from './garden'
import { openStudio } from './openStudio'

const patience = { timeout: 60_000 }
const owner = () => screen.getByRole('textbox', { name: /^Owner/ })
const edits = (server: FakeServer) => server.edits.map(({ path, value }) => [path, value])

describe('a field', () => {
  it('is saved when the person leaves it, or presses Enter', async () => {
    const server = new FakeServer(gardenRecord())
    const { user } = await openStudio(server)
    await user.type(owner(), 'Ada{Enter}')
    await user.type(owner(), ' Fern')
    await user.tab()
    await waitFor(() => expect(edits(server)).toEqual([['owner', 'Ada'], ['owner', 'Ada Fern']]), patience)
  })

  it('is left as it was with Esc', async () => {
    const server = new FakeServer(gardenRecord({ fields: { owner: filled('Ada', 1) } }))
    const { user } = await openStudio(server)
    await user.type(owner(), ' Fern{Escape}')
    expect(owner()).toHaveValue('Ada')
    expect(server.edits).toEqual([])
  })

  it('is never overwritten while the person is in it, but offered the change', async () => {
    const server = new FakeServer(gardenRecord({ fields: { owner: filled('Ada', 1) } }))
    const { user } = await openStudio(server)
    await user.type(owner(), ' Fern')
    server.patch([{ op: 'replace', path: '/fields/owner', value: filled('Bea', 2) }])
    const hint = await screen.findByText(/Changed meanwhile to/, {}, patience)
    expect(owner()).toHaveValue('Ada Fern')
    expect(hint).toHaveTextContent('Bea')
    await user.click(screen.getByRole('button', { name: 'Use it' }))
    expect(owner()).toHaveValue('Bea')
    await user.tab()
    expect(server.edits).toEqual([])
  })

  it('keeps the person’s words on the base they were typed on', async () => {
    const server = new FakeServer(gardenRecord({ fields: { owner: filled('Ada', 1) } }))
    const { user } = await openStudio(server)
    await user.type(owner(), ' Fern')
    server.patch([{ op: 'replace', path: '/fields/owner', value: filled('Bea', 2) }])
    await screen.findByText(/Changed meanwhile to/, {}, patience)
    await user.tab()
    await waitFor(() => expect(server.edits).toMatchObject([{ value: 'Ada Fern', baseRev: 1 }]), patience)
  })

  it('says why a value was rejected, keeps the words, and goes back to what it was', async () => {
    const server = new FakeServer(gardenRecord({ fields: { owner: filled('Ada', 1) } }))
    server.refuse = { owner: 'too-long' }
    const { user } = await openStudio(server)
    await user.type(owner(), ' and more{Enter}')
    expect(await screen.findByRole('alert', {}, patience)).toHaveTextContent('That is too long.')
    await user.tab()
    expect(owner()).toHaveValue('Ada and more')
    expect(owner()).toBeInvalid()
    await user.click(screen.getByRole('button', { name: 'Leave it as it was' }))
    expect(owner()).toHaveValue('Ada')
  })

  it('leads to the sentence it was understood from', async () => {
    const said = { id: 'm1', role: 'user' as const, text: 'I am Ada', at: '', rev: 3 }
    const server = new FakeServer(gardenRecord({ rev: 3, fields: { owner: filled('Ada', 2, { quote: 'Ada' }) } }), [said])
    const { user } = await openStudio(server)
    const source = screen.getByRole('button', { name: /from chat: “Ada”/ })
    // A browser without layout shows nothing, so nothing can be scrolled to.
    Object.defineProperty(HTMLElement.prototype, 'offsetParent', { configurable: true, get: () => document.body })
    await user.click(source)
    await waitFor(() => expect(document.getElementById('message-m1')).toHaveFocus(), patience)
  })
})

describe('fields by type', () => {
  it('a choice is picked, and what depends on it appears', async () => {
    const server = new FakeServer(gardenRecord())
    const { user } = await openStudio(server)
    expect(screen.queryByRole('textbox', { name: 'Load' })).not.toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: 'Roof garden' }))
    expect(await screen.findByRole('textbox', { name: 'Load' }, patience)).toBeInTheDocument()
    await waitFor(() => expect(edits(server)).toEqual([['kind', 'roof']]), patience)
  })

  it('tags are added with Enter or a comma, and taken out', async () => {
    const server = new FakeServer(gardenRecord({ fields: { 'place.wishes': filled(['shade'], 1) } }))
    const { user } = await openStudio(server)
    await user.type(screen.getByRole('textbox', { name: 'Wishes' }), 'pond,')
    await user.click(screen.getByRole('button', { name: 'Remove shade' }))
    await waitFor(() => expect(edits(server).at(-1)).toEqual(['place.wishes', ['pond']]), patience)
  })

  it('a picture that is none is refused before it is sent', async () => {
    await openStudio(new FakeServer(gardenRecord()))
    const input = screen.getByLabelText('Picture')
    fireEvent.change(input, { target: { files: [new File(['x'], 'notes.txt', { type: 'text/plain' })] } })
    expect(await screen.findByRole('alert', {}, patience)).toHaveTextContent('PNG')
  })
})

describe('what waits for a decision', () => {
  it('a suggestion of the chat is used or turned down', async () => {
    const suggestion = { value: 'Bea', by: 'chat' as const }
    const server = new FakeServer(gardenRecord({ fields: { owner: filled('Ada', 1, { by: 'panel', suggestion }) } }))
    const { user } = await openStudio(server)
    await user.click(within(screen.getByRole('group', { name: /suggests/ })).getByRole('button', { name: 'Use' }))
    await waitFor(() => expect(edits(server)).toEqual([['owner', 'Bea']]), patience)
  })

  it('two people who disagree see both values side by side', async () => {
    const conflict = { value: 'Bea', by: 'panel' as const, actor: 'me' }
    const server = new FakeServer(gardenRecord({ fields: { owner: filled('Ada', 1, { by: 'panel', actor: 'other', conflict }) } }))
    const { user } = await openStudio(server)
    const both = screen.getByRole('group', { name: /different things/ })
    expect(both).toHaveTextContent('Somebody else wroteAda')
    expect(both).toHaveTextContent('You wroteBea')
    expect(screen.getByText('Conflict')).toBeInTheDocument()
    await user.click(within(both).getAllByRole('button', { name: 'Keep this one' })[1]!)
    await waitFor(() => expect(edits(server)).toEqual([['owner', 'Bea']]), patience)
  })
})

describe('the record', () => {
  it('is finished, or says what is missing', async () => {
    const server = new FakeServer(gardenRecord())
    server.complete = async () => {
      throw new Problem({ status: 422, code: 'required-fields-missing', errors: [{ path: 'place.size', code: '', detail: '' }] })
    }
    const { user } = await openStudio(server)
    await user.click(screen.getByRole('button', { name: 'Finish' }))
    expect(await screen.findByRole('dialog', { name: 'Nearly done' }, patience)).toHaveTextContent('Size')
  })

  it('is saved before one leaves', async () => {
    const server = new FakeServer(gardenRecord())
    const { user, ways } = await openStudio(server)
    await user.type(owner(), 'Ada')
    await user.click(screen.getByRole('button', { name: 'Add new: The owner' }))
    await waitFor(() => expect(ways.create).toHaveBeenCalledOnce(), patience)
    expect(edits(server)).toEqual([['owner', 'Ada']])
  })

  it('says when it is offline, and that it is saved again', async () => {
    const server = new FakeServer(gardenRecord())
    const { user } = await openStudio(server)
    server.disconnect()
    await user.type(owner(), 'Ada{Enter}')
    expect(await screen.findByText('Offline', {}, patience)).toBeInTheDocument()
    server.cut = false
    window.dispatchEvent(new Event('online'))
    expect(await screen.findByText('Saved', {}, patience)).toBeInTheDocument()
    expect(edits(server)).toEqual([['owner', 'Ada']])
  })

  it('keeps what is being typed when the page goes away', async () => {
    const server = new FakeServer(gardenRecord())
    const { user } = await openStudio(server)
    await user.type(owner(), 'Ada')
    window.dispatchEvent(new Event('pagehide'))
    await waitFor(() => expect(edits(server)).toEqual([['owner', 'Ada']]), patience)
  })

  it('cannot be changed by who may only look', async () => {
    await openStudio(new FakeServer(gardenRecord()), { writes: false })
    expect(owner()).toBeDisabled()
    expect(screen.getByText('You can look at this, but not change it.')).toBeInTheDocument()
  })
})
