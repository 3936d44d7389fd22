import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { columnsInView } from '@/studio/grid/columnsInView'
import { moveBy } from '@/studio/grid/moves'
import { FakeServer } from './FakeServer'
import { filled, gardenWithBeds } from './garden'
import { openStudio } from './openStudio'

const patience = { timeout: 60_000 }
const cell = (name: string) => screen.getByRole('gridcell', { name })
const open = { state: 'open', rev: 0 }
const rowsOnFeed = (...ids: string[]) => [
  { op: 'replace', path: '/values/beds', value: ids.map((bed_id) => ({ bed_id })) },
  ...ids.filter((id) => id !== 'b1' && id !== 'b2').flatMap((id) => ['plant', 'care'].map((field) => ({ op: 'add', path: `/fields/beds[${id}].${field}`, value: open }))),
]
const cells = () => screen.getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('gridcell')[0]?.textContent)

describe('the grid', () => {
  it('has one cell in the order of Tab, and arrows go on from there', async () => {
    const { user } = await openStudio(new FakeServer(gardenWithBeds()))
    cell('Roses').focus()
    await user.keyboard('{ArrowDown}')
    await waitFor(() => expect(cell('Mint')).toHaveFocus(), patience)
    expect(screen.getAllByRole('gridcell').filter((one) => one.tabIndex === 0)).toEqual([cell('Mint')])
  })

  it('is edited with Enter, and saved with Enter', async () => {
    const server = new FakeServer(gardenWithBeds())
    const { user } = await openStudio(server)
    cell('Roses').focus()
    await user.keyboard('{Enter}')
    await user.keyboard('Tulips{Enter}')
    await waitFor(() => expect(server.edits).toMatchObject([{ path: 'beds[b1].plant', value: 'Tulips' }]), patience)
  })

  it('is left as it was with Esc', async () => {
    const server = new FakeServer(gardenWithBeds())
    const { user } = await openStudio(server)
    cell('Roses').focus()
    await user.keyboard('{Enter}')
    await user.keyboard('Tulips{Escape}')
    await waitFor(() => expect(cell('Roses')).toHaveFocus(), patience)
    expect(server.edits).toEqual([])
  })

  it('moves a row with Alt and an arrow', async () => {
    const server = new FakeServer(gardenWithBeds())
    const { user } = await openStudio(server)
    cell('Mint').focus()
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(cells()).toEqual(['Mint', 'Roses'])
    await waitFor(() => expect(server.rows).toEqual(['move b2 to 0']), patience)
    expect(screen.getByText('Mint is at place 1 now.')).toBeInTheDocument()
  })

  it('adds a row and lets it be named at once', async () => {
    const server = new FakeServer(gardenWithBeds())
    const { user } = await openStudio(server)
    await user.click(screen.getByRole('button', { name: 'Add Bed' }))
    await user.keyboard('Thyme{Enter}')
    await waitFor(() => expect(server.edits).toMatchObject([{ path: 'beds[b9].plant', value: 'Thyme' }]), patience)
    expect(server.rows).toEqual(['add 2'])
  })

  it('takes words as quickly as they come: each into its own cell', async () => {
    const server = new FakeServer(gardenWithBeds())
    const { user } = await openStudio(server, { delay: null })
    await user.click(screen.getByRole('button', { name: 'Add Bed' }))
    await user.keyboard('Thyme{Enter}{ArrowRight}{Enter}little water{Enter}')
    await waitFor(
      () =>
        expect(server.edits).toMatchObject([
          { path: 'beds[b9].plant', value: 'Thyme' },
          { path: 'beds[b9].care', value: 'little water' },
        ]),
      patience,
    )
  })

  it('leaves the focus where it is when the server names a new row, whichever way the name comes first', async () => {
    const server = new FakeServer(gardenWithBeds())
    let named = () => {}
    server.naming = new Promise((resolve) => {
      named = resolve
    })
    const { user } = await openStudio(server)
    await user.click(screen.getByRole('button', { name: 'Add Bed' }))
    await user.keyboard('Thy')
    await waitFor(() => expect(server.rows).toEqual(['add 2']), patience)
    await act(async () => server.patch(rowsOnFeed('b1', 'b2', 'b9')))
    await user.keyboard('me{Enter}')
    expect(cells()).toEqual(['Roses', 'Mint', 'Thyme'])
    await user.keyboard('{ArrowRight}{Enter}little ')
    await act(async () => named())
    await waitFor(() => expect(server.edits).toHaveLength(1), patience)
    expect(cells()).toEqual(['Roses', 'Mint', 'Thyme'])
    await user.keyboard('water{Enter}')
    await waitFor(() => expect(server.edits).toHaveLength(2), patience)
    expect(server.edits).toMatchObject([
      { path: 'beds[b9].plant', value: 'Thyme' },
      { path: 'beds[b9].care', value: 'little water' },
    ])
  })

  it('stays with the row that is written in when another comes above it', async () => {
    const server = new FakeServer(gardenWithBeds())
    const { user } = await openStudio(server)
    cell('Mint').focus()
    await user.keyboard('{ArrowRight}{Enter}in the ')
    await act(async () => server.patch([...rowsOnFeed('b0', 'b1', 'b2'), { op: 'replace', path: '/fields/beds[b0].plant', value: filled('Sage', 9) }]))
    await waitFor(() => expect(cells()).toEqual(['Sage', 'Roses', 'Mint']), patience)
    await user.keyboard('shade{Enter}')
    await waitFor(() => expect(server.edits).toMatchObject([{ path: 'beds[b2].care', value: 'in the shade' }]), patience)
  })

  it('takes a row out', async () => {
    const server = new FakeServer(gardenWithBeds())
    const { user } = await openStudio(server)
    await user.click(screen.getByRole('button', { name: 'Remove Roses' }))
    expect(cells()).toEqual(['Mint'])
    await waitFor(() => expect(server.rows).toEqual(['remove b1']), patience)
  })
})

describe('the arrow keys', () => {
  const size = { rows: 3, columns: 4 }
  const key = (name: string, dir: 'ltr' | 'rtl' = 'ltr', ctrlKey = false) => moveBy({ key: name, ctrlKey }, { row: 1, column: 1 }, size, dir)

  it('follow the direction of the language', () => {
    expect(key('ArrowRight')).toEqual({ row: 1, column: 2 })
    expect(key('ArrowRight', 'rtl')).toEqual({ row: 1, column: 0 })
  })

  it('stop at the edges', () => {
    expect(key('End')).toEqual({ row: 1, column: 3 })
    expect(key('Home', 'ltr', true)).toEqual({ row: 0, column: 0 })
    expect(moveBy({ key: 'ArrowUp', ctrlKey: false }, { row: 0, column: 0 }, size, 'ltr')).toEqual({ row: 0, column: 0 })
  })
})

describe('the columns in view', () => {
  const columns = [0, 100, 200, 300].map((from) => ({ from, to: from + 100 }))

  it('are those of which more than half is seen', () => {
    expect(columnsInView(columns, { from: 40, to: 260 })).toEqual({ first: 1, last: 3, total: 4 })
    expect(columnsInView(columns, { from: 60, to: 240 })).toEqual({ first: 2, last: 2, total: 4 })
  })

  it('are all when there is room', () => {
    expect(columnsInView(columns, { from: 0, to: 400 })).toEqual({ first: 1, last: 4, total: 4 })
  })
})
