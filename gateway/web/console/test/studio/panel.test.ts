import { describe, expect, it } from 'vitest'
import { filled, garden, gardenRecord, gardenWithBeds } from './garden'
import { overlay } from '@/studio/model/overlay'
import { panelOf } from '@/studio/model/panel'
import { enqueue, type Operation, type Queue } from '@/studio/model/queue'
import type { ConversationRecord } from '@/studio/model/wire'

const doing = (...operations: Operation[]) => operations.reduce<Queue>(enqueue, [])
const edit = (path: string, value: Operation extends infer O ? (O extends { value: infer V } ? V : never) : never): Operation => ({
  kind: 'edit',
  id: `edit-${path}`,
  path,
  value,
  baseRev: 1,
})

const panel = (record: ConversationRecord, queue: Queue = []) => panelOf(garden, overlay(garden, record, queue), queue)
const paths = (record: ConversationRecord, queue: Queue = []) =>
  panel(record, queue).sections.flatMap((section) => section.fields.map((field) => field.path))

describe('the panel of a flow', () => {
  it('has a header, sections, a grid, a portrait and a summary, each from the definition', () => {
    const { header, sections, grids, portrait, summary } = panel(gardenRecord())
    expect(header?.fields.map((field) => field.path)).toEqual(['owner', 'kind'])
    expect(sections.map((section) => section.title)).toEqual(['The place'])
    expect(grids[0]?.columns.map((column) => column.label)).toEqual(['Plant', 'Care'])
    expect(portrait?.path).toBe('picture')
    expect(summary?.path).toBe('outline')
  })

  it('shows only what applies', () => {
    expect(paths(gardenRecord())).toEqual(['place.size', 'place.wishes', 'place.story'])
    expect(paths(gardenRecord({ fields: { 'place.fence': { state: 'open', rev: 0 } } }))).toContain('place.fence')
    expect(paths(gardenRecord({ fields: { 'place.fence': { state: 'parked', rev: 3, value: true } } }))).not.toContain('place.fence')
  })

  it('follows a choice that the server has not seen yet', () => {
    expect(paths(gardenRecord(), doing(edit('kind', 'roof')))).toContain('place.load')
    const yard = gardenRecord({ fields: { kind: filled('yard', 2), 'place.fence': { state: 'open', rev: 0 } } })
    expect(paths(yard, doing(edit('kind', 'roof')))).not.toContain('place.fence')
  })

  it('counts what is filled, section by section', () => {
    const [place] = panel(gardenRecord({ fields: { 'place.size': filled('3', 2) } })).sections
    expect([place?.done, place?.total]).toEqual([1, 3])
  })

  it('counts all that it shows: sections, rows, the portrait and the summary', () => {
    const { done, total } = panel(gardenRecord())
    expect([done, total]).toEqual([0, 7])
    const grown = panel(gardenWithBeds({ fields: { owner: filled('Ada', 2), picture: filled('/ada.png', 3), outline: filled('Green.', 4) } }))
    expect([grown.done, grown.total]).toEqual([5, 11])
  })

  it('is called after the name that was given', () => {
    expect(panel(gardenRecord()).title).toBeUndefined()
    expect(panel(gardenRecord({ fields: { owner: filled('Ada Fern', 2) } })).title).toBe('Ada Fern')
  })

  it('marks what the chat is asking for', () => {
    expect(panel(gardenRecord()).header?.fields[0]?.asking).toBe(true)
  })
})

describe('the grid', () => {
  const titles = (record: ConversationRecord, queue: Queue) => panel(record, queue).grids[0]?.rows.map((row) => row.title)

  it('has a row for each item, called by its title', () => {
    expect(titles(gardenWithBeds(), [])).toEqual(['Roses', 'Mint'])
  })

  it('shows rows added, moved and taken out before the server has answered', () => {
    const queue = doing(
      { kind: 'add', id: 'a1', group: 'beds', index: 2 },
      { kind: 'move', id: 'a2', group: 'beds', item: 'b2', index: 0 },
      { kind: 'remove', id: 'a3', group: 'beds', item: 'b1' },
    )
    expect(titles(gardenWithBeds(), queue)).toEqual(['Mint', 'Bed 2'])
  })

  it('shows what is typed into a row the server has not named yet', () => {
    const queue = doing({ kind: 'add', id: 'a1', group: 'beds', index: 2 }, edit('beds[new-a1].plant', 'Thyme'))
    expect(titles(gardenWithBeds(), queue)).toEqual(['Roses', 'Mint', 'Thyme'])
  })
})

describe('edits on their way', () => {
  it('cover what the server knows, and take suggestions and conflicts away', () => {
    const record = gardenRecord({ fields: { 'place.size': filled('3', 2, { suggestion: { value: '4', by: 'chat' } }) } })
    const shown = overlay(garden, record, doing(edit('place.size', '5')))
    expect(shown.fields['place.size']).toEqual({ state: 'filled', rev: 2, value: '5', by: 'panel' })
    expect(record.fields['place.size']?.value).toBe('3')
  })

  it('empty a field', () => {
    const record = gardenRecord({ fields: { 'place.size': filled('3', 2) } })
    expect(overlay(garden, record, doing(edit('place.size', null))).fields['place.size']?.value).toBeUndefined()
  })
})
