import { describe, expect, it } from 'vitest'
import { caughtUp, enqueue, mark, nextBatch, renameItem, restored, settle, type Operation, type Queue } from '@/studio/model/queue'

const edit = (id: string, path: string, baseRev = 1): Operation => ({ kind: 'edit', id, path, value: id, baseRev })
const say = (id: string): Operation => ({ kind: 'say', id, text: id, at: '' })
const queue = (...operations: Operation[]) => operations.reduce<Queue>(enqueue, [])
const ids = (entries: Queue) => entries.map((entry) => entry.id)

describe('the queue', () => {
  it('sends edits together, and everything else alone and in order', () => {
    const waiting = queue(edit('e1', 'a'), edit('e2', 'b'), say('m1'), edit('e3', 'c'))
    expect(ids(nextBatch(waiting))).toEqual(['e1', 'e2'])
    expect(ids(nextBatch(mark(waiting, ['e1', 'e2'], 'sending')))).toEqual(['m1'])
  })

  it('replaces an edit that was not sent yet, on the older base', () => {
    const [entry, ...rest] = queue(edit('e1', 'a', 3), edit('e2', 'a', 7))
    expect(rest).toEqual([])
    expect(entry).toMatchObject({ id: 'e2', baseRev: 3 })
  })

  it('leaves an edit alone that is under way', () => {
    expect(ids(enqueue(mark(queue(edit('e1', 'a')), ['e1'], 'sending'), edit('e2', 'a')))).toEqual(['e1', 'e2'])
  })

  it('keeps what is settled until the feed shows it', () => {
    const settled = settle(queue(edit('e1', 'a')), 'e1', 5)
    expect(ids(caughtUp(settled, 4))).toEqual(['e1'])
    expect(caughtUp(settled, 5)).toEqual([])
    expect(nextBatch(settled)).toEqual([])
  })

  it('gives a new row its name in everything said about it', () => {
    const named = renameItem(queue(edit('e1', 'rows[new-1].a'), { kind: 'remove', id: 'r', group: 'rows', item: 'new-1' }), 'new-1', 's4')
    expect(named).toMatchObject([{ path: 'rows[s4].a' }, { item: 's4' }])
  })

  it('comes back from storage with everything unconfirmed waiting, whatever else lies there', () => {
    const kept = JSON.parse(JSON.stringify(mark(queue(edit('e1', 'a'), say('m1')), ['e1'], 'sending')))
    expect(restored(kept).map((entry) => entry.state)).toEqual(['waiting', 'waiting'])
    expect(restored({ not: 'a queue' })).toEqual([])
    expect(restored([null, 4, { id: 1 }])).toEqual([])
  })
})
