import type { ReactNode } from 'react'
import { cn } from '../cn'

export type PlainColumn<Row> = { key: string; title: string; cell: (row: Row) => ReactNode; number?: boolean }

type PlainTableProps<Row> = { caption: string; columns: PlainColumn<Row>[]; rows: readonly Row[]; rowKey: (row: Row) => string; className?: string }

/** A small table that is only read, such as a chart's twin. The first column names the row. It is scrolled when it is too wide. */
export function PlainTable<Row>({ caption, columns, rows, rowKey, className }: PlainTableProps<Row>) {
  return (
    <div role="group" aria-label={caption} tabIndex={0} className={cn('max-h-96 overflow-auto rounded-md', className)}>
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={cn('sticky top-0 border-b border-line bg-card py-2 pe-4 text-[0.8rem] font-medium text-quiet', column.number ? 'text-end' : 'text-start')}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line last:border-0">
              {columns.map((column, place) => {
                const look = cn('py-2 pe-4', column.number ? 'text-end whitespace-nowrap tabular-nums' : 'text-start')
                return place === 0 ? (
                  <th key={column.key} scope="row" className={cn(look, 'font-normal')}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={look}>
                    {column.cell(row)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
