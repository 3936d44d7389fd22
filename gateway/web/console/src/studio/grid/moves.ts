/** A cell of a grid, by row and column from 0. */
export interface Place {
  row: number
  column: number
}

/** Where a key leads from a cell, or undefined when it does not lead anywhere. */
export function moveBy(
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  { row, column }: Place,
  size: { rows: number; columns: number },
  dir: 'ltr' | 'rtl',
): Place | undefined {
  const forward = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  switch (key) {
    case forward:
      return { row, column: Math.min(column + 1, size.columns - 1) }
    case back:
      return { row, column: Math.max(column - 1, 0) }
    case 'ArrowDown':
      return { row: Math.min(row + 1, size.rows - 1), column }
    case 'ArrowUp':
      return { row: Math.max(row - 1, 0), column }
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 }
    case 'End':
      return { row: ctrlKey ? size.rows - 1 : row, column: size.columns - 1 }
    default:
      return undefined
  }
}
