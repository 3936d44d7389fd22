import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { cn } from '@/ui/cn'
import { Skeleton } from '@/ui/Skeleton'
import { type Room, roomOf } from './room'
import { useRowKeys } from './useRowKeys'

export type Column<Row> = Room & {
  key: string
  title: string
  cell: (row: Row) => ReactNode
}

/** Where rows lead to. */
export type RecordPath = '/profiles/$id' | '/buying-processes/$id' | '/leads/$id' | '/people/$id' | '/sites/$id' | '/conversations/$id' | '/personas/$id' | '/accounts/import/$id'

type RecordTableProps<Row extends { id: string }> = {
  label: string
  /** The first names the row, and leads to it. */
  columns: Column<Row>[]
  rows: Row[] | undefined
  to: RecordPath
  /** What is said of a row below its name, where there is no room for more columns. */
  below: (row: Row) => ReactNode
}

const SKELETONS = [0, 1, 2, 3, 4, 5]

/** Records as rows; the whole row leads to its record, `j` and `k` go through them. */
export function RecordTable<Row extends { id: string }>({ label, columns, rows, to, below }: RecordTableProps<Row>) {
  const body = useRowKeys<HTMLTableSectionElement>()
  return (
    <div className="@container overflow-hidden rounded-xl border border-line bg-card">
      <table className="w-full table-fixed border-collapse text-start">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="border-b border-line">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={cn(
                  'px-4 py-2.5 text-start text-[0.8rem] font-medium text-quiet',
                  roomOf(column),
                  column.wide,
                )}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} aria-busy={rows === undefined}>
          {rows === undefined
            ? SKELETONS.map((place) => (
                <tr key={place} className="border-b border-line last:border-0">
                  {columns.map((column) => (
                    <td key={column.key} className={cn('px-4 py-4', roomOf(column))}>
                      <Skeleton className="w-2/3" />
                    </td>
                  ))}
                </tr>
              ))
            : rows.map((row) => (
                <tr key={row.id} className="relative border-b border-line last:border-0 hover:bg-raised/60">
                  {columns.map((column, place) => (
                    <td key={column.key} className={cn('truncate px-4 py-3', roomOf(column))}>
                      {place === 0 ? (
                        <Link
                          data-row
                          to={to}
                          params={{ id: row.id }}
                          className="text-ink no-underline after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
                        >
                          {column.cell(row)}
                          <span className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.867rem] text-quiet @2xl:hidden">
                            {below(row)}
                          </span>
                        </Link>
                      ) : (
                        column.cell(row)
                      )}
                    </td>
                  ))}
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  )
}
