import { Link } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { useShortcuts } from '@/app/shortcuts'
import { cn } from '@/ui/cn'
import { Icon } from '@/ui/Icon'
import { Skeleton } from '@/ui/Skeleton'
import { type Room, roomOf } from './room'

export type LongColumn<Row> = Room & {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** What the list is asked for when it is to be sorted by this column. */
  sort?: string
  number?: boolean
}

type LongTableProps<Row> = {
  label: string
  /** The first names the row, and leads to its account. */
  columns: LongColumn<Row>[]
  rows: Row[] | undefined
  idOf: (row: Row) => string
  below: (row: Row) => ReactNode
  /** As it is asked for: a column's, with `-` in front for the other way round. */
  sort: string
  onSort: (sort: string) => void
  /** Asks for the rows that follow; undefined when these are all. */
  more: (() => void) | undefined
}

const ROW_PX = 57
const OVERSCAN = 8
const SKELETONS = [0, 1, 2, 3, 4, 5, 6, 7]

/** Thousands of accounts as rows, of which only those in sight are there; the rest is fetched while one scrolls. `j` and `k` go through them. */
export function LongTable<Row>({ label, columns, rows, idOf, below, sort, onSort, more }: LongTableProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [above, setAbove] = useState(0)
  const wanted = useRef<number | null>(null)
  const count = rows?.length ?? 0
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => document.getElementById('content'),
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    scrollMargin: above,
    initialRect: { width: 1024, height: 768 },
    useFlushSync: false,
  })
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0], items.at(-1)]

  useLayoutEffect(() => {
    const content = document.getElementById('content')
    if (content === null || body.current === null) return
    setAbove(Math.round(body.current.getBoundingClientRect().top - content.getBoundingClientRect().top + content.scrollTop))
  }, [])

  const askMore = useEffectEvent(() => more?.())
  const near = last !== undefined && last.index >= count - OVERSCAN * 2
  useEffect(() => {
    if (near) askMore()
  }, [near, count])

  // A row that was out of sight is focused as soon as it is there.
  useEffect(() => {
    if (wanted.current === null) return
    const link = body.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] [data-row]`)
    if (!link) return
    wanted.current = null
    link.focus({ preventScroll: true })
  })

  function go(step: 1 | -1) {
    const row = document.activeElement?.closest<HTMLElement>('[data-index]')
    const at = row && body.current?.contains(row) ? Number(row.dataset.index) + step : (first?.index ?? 0)
    const next = Math.min(count - 1, Math.max(0, at))
    wanted.current = next
    virtual.scrollToIndex(next, { align: 'auto' })
    body.current?.querySelector<HTMLElement>(`[data-index="${next}"] [data-row]`)?.focus({ preventScroll: true })
  }
  useShortcuts({ j: () => go(1), k: () => go(-1) })

  return (
    <div className="@container rounded-xl border border-line bg-card">
      <table aria-rowcount={more === undefined && rows !== undefined ? count + 1 : -1} className="w-full table-fixed border-collapse text-start">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr aria-rowindex={1} className="border-b border-line">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                {...(column.sort !== undefined && { 'aria-sort': sortedBy(sort, column.sort) })}
                className={cn(
                  'px-4 py-2 text-[0.8rem] font-medium text-quiet',
                  column.number ? 'text-end' : 'text-start',
                  roomOf(column),
                  column.wide,
                )}
              >
                {column.sort === undefined ? (
                  column.title
                ) : (
                  <button
                    type="button"
                    onClick={() => onSort(otherWay(sort, column.sort ?? ''))}
                    className="-mx-1.5 inline-flex min-h-7 items-center gap-1 rounded-md px-1.5 hover:bg-raised hover:text-ink"
                  >
                    {column.title}
                    <Icon
                      name="chevronDown"
                      className={cn('transition-transform', sort === column.sort && 'rotate-180', sort.replace('-', '') !== column.sort && 'opacity-0')}
                    />
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} aria-busy={rows === undefined}>
          {rows === undefined &&
            SKELETONS.map((place) => (
              <tr key={place} className="border-b border-line last:border-0">
                {columns.map((column) => (
                  <td key={column.key} className={cn('px-4 py-4', roomOf(column))}>
                    <Skeleton className="w-2/3" />
                  </td>
                ))}
              </tr>
            ))}
          {first !== undefined && first.start > above && <Space height={first.start - above} />}
          {items.map(({ index }) => {
            const row = rows?.[index]
            if (row === undefined) return null
            return (
              <tr
                key={idOf(row)}
                ref={virtual.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                className="relative border-b border-line last:border-0 hover:bg-raised/60"
              >
                {columns.map((column, place) => (
                  <td key={column.key} className={cn('truncate px-4 py-3', column.number && 'text-end tabular-nums', roomOf(column))}>
                    {place === 0 ? (
                      <Link
                        data-row
                        to="/accounts/$id"
                        params={{ id: idOf(row) }}
                        className="text-ink no-underline after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
                      >
                        {column.cell(row)}
                        <span className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.867rem] text-quiet @2xl:hidden">{below(row)}</span>
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
          {last !== undefined && virtual.getTotalSize() + above > last.end && <Space height={virtual.getTotalSize() + above - last.end} />}
        </tbody>
      </table>
    </div>
  )
}

/** As high as the rows that are not there. One cell: more would bring columns back that a phone leaves out. */
function Space({ height }: { height: number }) {
  return (
    <tr aria-hidden="true">
      <td style={{ height }} className="p-0" />
    </tr>
  )
}

/** What a click on a column asks for: by it, then the other way round. */
export const otherWay = (sort: string, column: string) => (sort === column ? `-${column}` : sort === `-${column}` ? column : defaultWay(column))

/** Names begin with A, days with the next; amounts with the largest. */
const defaultWay = (column: string) => (['name', 'renewsOn', 'renewal-on', 'score', 'change'].includes(column) ? column : `-${column}`)

const sortedBy = (sort: string, column: string) => (sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : 'none')
