import { useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { Place } from './moves'

interface Cell {
  row: string
  column: number
}

/**
 * Where the keyboard is in a grid, and which cell is written in. Both stay with their row, whatever comes above
 * it. The focus moves before the next key is heard, so that nothing typed lands in the cell before.
 */
export function useCursor(table: RefObject<HTMLTableElement | null>, rows: readonly string[], columns: number) {
  const [cursor, setCursor] = useState<Cell & { index: number }>({ row: '', index: 0, column: 0 })
  const [editing, setEditing] = useState<Cell>()
  const found = rows.indexOf(cursor.row)
  const at: Place = {
    row: found < 0 ? Math.max(0, Math.min(cursor.index, rows.length - 1)) : found,
    column: Math.min(cursor.column, columns - 1),
  }
  const set = (row: string, index: number, column: number) => setCursor({ row, index, column })
  return {
    at,
    isEditing: (row: string, column: number) => editing?.row === row && editing.column === column,
    enter: set,
    edit: (row: string, index: number, column: number) => {
      set(row, index, column)
      setEditing({ row, column })
    },
    stopEditing: () => setEditing(undefined),
    /** Goes to a cell of the rows as they are once everything done so far is drawn. */
    go: (to: Place, row = rows[to.row] ?? '') => {
      flushSync(() => set(row, to.row, to.column))
      cellAt(table.current, to)?.focus()
    },
  }
}

function cellAt(table: HTMLTableElement | null, { row, column }: Place): HTMLElement | undefined {
  return table?.querySelectorAll('tbody tr')[row]?.querySelectorAll<HTMLElement>('[data-cell]')[column]
}
