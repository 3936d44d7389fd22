import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { moveBy } from '@/studio/grid/moves'
import { FakeServer } from './FakeServer'
import { gardenWithBeds } from './garden'
import { openStudio } from './openStudio'

const patience = { timeout: 60_000 }
const cell = (name: string) => screen.getByRole('gridcell', { name })
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
