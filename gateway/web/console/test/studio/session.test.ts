import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '@/api/problem'
import { FakeServer } from './FakeServer'
import { filled, gardenRecord, gardenWithBeds } from './garden'
import { StudioSession, saveState, type Incident } from '@/studio/model/session'

let ids = 0
let open: StudioSession[] = []

function begin(server: FakeServer): StudioSession {
  const session = new StudioSession('c1', {
    server,
    storage: localStorage,
    newId: () => `id-${++ids}`,
    now: () => new Date('2026-11-21T08:00:00Z'),
  })
  open.push(session)
  session.open()
  return session
}

async function ready(server: FakeServer): Promise<StudioSession> {
  const session = begin(server)
  await vi.waitFor(() => expect(session.snapshot().shown).toBeDefined(), 60_000)
  return session
}

const settle = () => vi.advanceTimersByTimeAsync(20_000)
const value = (session: StudioSession, path: string) => session.snapshot().shown?.fields[path]?.value

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  open.forEach((session) => session.close())
  open = []
  vi.useRealTimers()
})

describe('an open conversation', () => {
  it('shows the snapshot, and what is patched afterwards', async () => {
    const server = new FakeServer(gardenRecord())
    const session = await ready(server)
    server.patch([{ op: 'replace', path: '/fields/owner', value: filled('Ada', 2) }])
    await settle()
    expect(value(session, 'owner')).toBe('Ada')
    expect(saveState(session.snapshot())).toBe('saved')
  })

  it('begins anew when a patch does not fit', async () => {
    const server = new FakeServer(gardenRecord())
    const session = await ready(server)
    server.record = gardenRecord({ rev: 7, fields: { owner: filled('Ada', 7) } })
    server.tell('patch', [{ op: 'replace', path: '/nowhere/at/all', value: 1 }], 7)
    await settle()
    expect(value(session, 'owner')).toBe('Ada')
    expect(server.feeds).toEqual([undefined, undefined])
  })

  it('takes a message that comes twice for one', async () => {
    const server = new FakeServer(gardenRecord())
    const session = await ready(server)
    const message = { id: 'm1', role: 'user', text: 'hi', at: '', rev: 2 }
    server.tell('message', message)
    server.tell('message', { ...message, undone: true })
    await settle()
    expect(session.snapshot().messages).toEqual([{ ...message, undone: true }])
  })

  it('goes on after the last revision when the line breaks', async () => {
    const server = new FakeServer(gardenRecord())
    const session = await ready(server)
    server.disconnect()
    await settle()
    expect(saveState(session.snapshot())).toBe('offline')
    server.record = gardenRecord({ rev: 4, fields: { owner: filled('Ada', 4) } })
    server.cut = false
    session.networkIsBack()
    await settle()
    expect(server.feeds).toEqual([undefined, '1'])
    expect(value(session, 'owner')).toBe('Ada')
  })

  it('says when there is nothing to show', async () => {
    const server = new FakeServer(gardenRecord())
    server.feed = async () => {
      throw new Problem({ status: 404, code: 'not-found' })
    }
    const session = begin(server)
    await settle()
    expect(session.snapshot().refused?.code).toBe('not-found')
  })
})

describe('an edit', () => {
  it('is shown at once, and until the feed has caught up', async () => {
    const server = new FakeServer(gardenRecord())
    const session = await ready(server)
    session.edit('owner', 'Ada')
    expect(value(session, 'owner')).toBe('Ada')
    expect(saveState(session.snapshot())).toBe('saving')
    await settle()
    expect(saveState(session.snapshot())).toBe('saved')
    expect(value(session, 'owner')).toBe('Ada')
    server.patch([{ op: 'replace', path: '/fields/owner', value: filled('Ada', 2, { by: 'panel' }) }], 2)
    await settle()
    expect(session.snapshot().queue).toEqual([])
    expect(value(session, 'owner')).toBe('Ada')
  })

  it('is let go when the feed was quicker than the answer', async () => {
    const server = new FakeServer(gardenRecord())
    const session = await ready(server)
    const answer = server.edit.bind(server)
    server.edit = async (id, edits) => {
      const result = await answer(id, edits)
      server.patch([{ op: 'replace', path: '/fields/owner', value: filled('Ada', 2, { by: 'panel' }) }], 2)
      await new Promise((resolve) => setTimeout(resolve, 1000))
      return result
    }
    session.edit('owner', 'Ada')
    await settle()
    expect(session.snapshot().record?.rev).toBe(2)
    expect(session.snapshot().queue).toEqual([])
  })

  it('knows of the person’s own earlier edit, which the feed has not brought yet', async () => {
    const server = new FakeServer(gardenRecord())
    const session = await ready(server)
    session.edit('owner', 'Ada')
    await settle()
    session.edit('owner', 'Ada Fern')
    await settle()
    expect(server.edits.map((edit) => edit.baseRev)).toEqual([1, 2])
  })

  it('is rolled back when it is rejected, and the words are kept beside', async () => {
    const server = new FakeServer(gardenRecord({ fields: { owner: filled('Ada', 1) } }))
    server.refuse = { owner: 'too-long' }
    const session = await ready(server)
    session.edit('owner', 'x'.repeat(99))
    await settle()
    expect(value(session, 'owner')).toBe('Ada')
    expect(session.snapshot().rejections['owner']).toEqual({ value: 'x'.repeat(99), code: 'too-long' })
    session.edit('owner', 'Fern')
    expect(session.snapshot().rejections).toEqual({})
  })

  it('is told of when the server refuses it altogether', async () => {
    const server = new FakeServer(gardenRecord())
    server.refuseAll = new Problem({ status: 403, code: 'forbidden' })
    const session = await ready(server)
    const incidents: Incident[] = []
    session.onIncident((incident) => incidents.push(incident))
    session.edit('owner', 'Ada')
    await settle()
    expect(incidents).toMatchObject([{ kind: 'refused', reason: { code: 'forbidden' } }])
    expect(value(session, 'owner')).toBeUndefined()
  })
})

describe('without a network', () => {
  it('nothing is lost and nothing is doubled', async () => {
    const server = new FakeServer(gardenRecord())
    const session = await ready(server)
    server.disconnect()
    session.networkIsGone()
    session.edit('owner', 'Ada')
    session.say('hello')
    session.edit('place.story', 'Old')
    await settle()
    expect(saveState(session.snapshot())).toBe('offline')
    expect(value(session, 'place.story')).toBe('Old')
    server.cut = false
    server.loseAnswer = true
    session.networkIsBack()
    await settle()
    expect(server.edits.map((edit) => [edit.path, edit.value])).toEqual([['owner', 'Ada'], ['place.story', 'Old']])
    expect(server.said.map((message) => message.text)).toEqual(['hello'])
    expect(saveState(session.snapshot())).toBe('saved')
  })

  it('what waits outlives the tab', async () => {
    const server = new FakeServer(gardenRecord())
    const first = await ready(server)
    server.disconnect()
    first.edit('owner', 'Ada')
    await settle()
    first.close()
    server.cut = false
    const second = await ready(server)
    await settle()
    expect(server.edits.map((edit) => edit.value)).toEqual(['Ada'])
    expect(value(second, 'owner')).toBe('Ada')
    expect(localStorage.length).toBe(0)
  })
})

describe('rows', () => {
  it('are filled before the server has named them', async () => {
    const server = new FakeServer(gardenWithBeds())
    const session = await ready(server)
    server.cut = true
    const row = session.addRow('beds', 2)
    session.edit(`beds[${row}].plant`, 'Thyme')
    await settle()
    server.cut = false
    session.networkIsBack()
    await settle()
    expect(server.rows).toEqual(['add 2'])
    expect(server.edits).toMatchObject([{ path: 'beds[b9].plant', value: 'Thyme' }])
  })

  it('keep being the same row when the server names them in the middle', async () => {
    const server = new FakeServer(gardenWithBeds())
    const session = await ready(server)
    const row = session.addRow('beds', 2)
    await settle()
    expect(session.rowKey('b9')).toBe(row)
    expect(session.snapshot().shown?.fields['beds[b9].plant']).toBeDefined()
    session.edit(`beds[${row}].plant`, 'Thyme')
    await settle()
    expect(server.edits).toMatchObject([{ path: 'beds[b9].plant', value: 'Thyme' }])
    expect(value(session, 'beds[b9].plant')).toBe('Thyme')
  })

  it('are moved and taken out', async () => {
    const server = new FakeServer(gardenWithBeds())
    const session = await ready(server)
    session.moveRow('beds', 'b2', 0)
    session.removeRow('beds', 'b1')
    await settle()
    expect(server.rows).toEqual(['move b2 to 0', 'remove b1'])
  })
})
