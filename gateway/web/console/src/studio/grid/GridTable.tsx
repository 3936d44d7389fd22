import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '@/ui/Button'
import { cn } from '@/ui/cn'
import { Icon } from '../icons'
import type { Grid, GridRow } from '../model/panel'
import { useStudio } from '../studio'
import { useTexts } from '../texts'
import { GridCell, type Leave } from './GridCell'
import { moveBy } from './moves'
import { RowActions } from './RowActions'
import { ScrolledTable } from './ScrolledTable'
import { useCursor } from './useCursor'

// What a row is called, and what can be done with it, stay in view while the rest is scrolled.
const FIRST = 'sticky start-0 z-10 bg-card'
const LAST = 'sticky end-0 z-10 bg-card'

/** Rows that are walked through with the arrow keys, edited in place, moved, added and taken out. */
export function GridTable({ grid }: { grid: Grid }) {
  const { session, flow } = useStudio()
  const { t } = useTexts()
  const id = useId()
  const table = useRef<HTMLTableElement>(null)
  const [told, setTold] = useState('')
  const { group, columns, rows } = grid
  const rowKeys = rows.map((row) => session.rowKey(row.item))
  const cursor = useCursor(table, rowKeys, columns.length + 1)
  const { at, go } = cursor
  const size = { rows: rows.length, columns: columns.length + 1 }

  const moveRow = (row: GridRow, from: number, to: number) => {
    if (to < 0 || to >= rows.length || to === from) return
    session.moveRow(group.name, row.item, to)
    setTold(t('grid.moved', { row: row.title, place: to + 1 }))
    go({ row: to, column: at.column }, rowKeys[from])
  }
  const removeRow = (row: GridRow, index: number) => {
    if (rows.length <= group.min) return setTold(t('grid.tooFew'))
    session.removeRow(group.name, row.item)
    setTold(t('grid.removed', { row: row.title }))
    const left = rowKeys.toSpliced(index, 1)
    const next = Math.max(0, index - 1)
    go({ row: next, column: at.column }, left[next])
  }
  const addRow = () => {
    const row = session.addRow(group.name, rows.length)
    setTold(t('grid.added', { row: group.itemLabel }))
    cursor.edit(row, rows.length, 0)
  }
  const leave = (to: Leave, row: number, column: number) => {
    cursor.stopEditing()
    if (to === 'stay') go({ row, column })
    if (to === 'next') go({ row, column: column + 1 })
    if (to === 'previous') go({ row, column: Math.max(0, column - 1) })
    if (to === 'below') go({ row: Math.min(row + 1, rows.length - 1), column })
  }
  const keys = (event: KeyboardEvent, row: GridRow, index: number, column: number) => {
    if ((event.target as HTMLElement).closest('[data-cell]') !== event.currentTarget) return
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      moveRow(row, index, index + (event.key === 'ArrowUp' ? -1 : 1))
      return
    }
    const to = moveBy(event, { row: index, column }, size, flow.dir)
    if (to !== undefined) {
      event.preventDefault()
      go(to)
    }
  }
  return (
    <div>
      <ScrolledTable id={`${id}-columns`}>
        <table ref={table} role="grid" aria-label={group.label} aria-describedby={`${id}-columns ${id}-keys`} className="w-full border-collapse text-[0.867rem]">
          <thead>
            <tr className="text-start text-quiet">
              {columns.map((column, index) => (
                <th key={column.path} scope="col" className={cn('min-w-30 border-b border-line px-3 py-2 text-start font-medium', index === 0 && FIRST)}>
                  <bdi>{column.label}</bdi>
                </th>
              ))}
              <th scope="col" className={cn('border-b border-line px-2 py-2', LAST)}>
                <span className="sr-only">{t('grid.rowActions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={rowKeys[index]} className="group align-top">
                {row.cells.map((cell, column) => (
                  <GridCell
                    key={cell.definition.path}
                    field={cell}
                    className={column === 0 ? cn(FIRST, 'font-medium') : 'relative'}
                    current={at.row === index && at.column === column}
                    editing={cursor.isEditing(rowKeys[index] ?? '', column)}
                    enter={() => cursor.enter(rowKeys[index] ?? '', index, column)}
                    edit={() => cursor.edit(rowKeys[index] ?? '', index, column)}
                    leave={(to) => leave(to, index, column)}
                    onKeyDown={(event) => keys(event, row, index, column)}
                  />
                ))}
                <td
                  role="gridcell"
                  data-cell
                  tabIndex={at.row === index && at.column === columns.length ? 0 : -1}
                  aria-label={t('grid.actionsOf', { row: row.title })}
                  onFocus={() => cursor.enter(rowKeys[index] ?? '', index, columns.length)}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter' && event.target === event.currentTarget) {
                      event.currentTarget.querySelector<HTMLElement>('button:not(:disabled)')?.focus()
                      event.preventDefault()
                    } else if (event.key === 'Escape') event.currentTarget.focus()
                    keys(event, row, index, columns.length)
                  }}
                  className={cn('border-b border-line px-1 py-1 focus-visible:outline-offset-[-2px]', LAST)}
                >
                  <RowActions
                    title={row.title}
                    up={index > 0 ? () => moveRow(row, index, index - 1) : undefined}
                    down={index < rows.length - 1 ? () => moveRow(row, index, index + 1) : undefined}
                    remove={rows.length > group.min ? () => removeRow(row, index) : undefined}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrolledTable>
      {rows.length === 0 && <p className="px-4 py-8 text-center text-quiet">{t('grid.empty')}</p>}
      <footer className="flex flex-wrap items-center gap-3 px-4 py-3">
        <Button size="sm" disabled={rows.length >= group.max} onClick={addRow}>
          <Icon name="plus" />
          {t('grid.add', { row: group.itemLabel })}
        </Button>
        <p id={`${id}-keys`} className="text-[0.8rem] text-quiet">{t('grid.keys')}</p>
        <p role="status" className="sr-only">{told}</p>
      </footer>
    </div>
  )
}
