import { useRef } from 'react'
import { useShortcuts } from '@/app/shortcuts'

/** Lets `j` and `k` go through the elements marked `data-row` of a list. */
export function useRowKeys<List extends HTMLElement>() {
  const list = useRef<List>(null)
  function go(step: 1 | -1) {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const at = rows.indexOf(document.activeElement as HTMLElement)
    rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))]?.focus()
  }
  useShortcuts({ j: () => go(1), k: () => go(-1) })
  return list
}
