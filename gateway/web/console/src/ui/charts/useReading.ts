import { type KeyboardEvent, useState } from 'react'

/** Where a key leads among `count` points in a row; undefined when it is none of ours. */
export function stepOf(key: string, at: number, count: number, rtl: boolean): number | undefined {
  const last = count - 1
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight'
  const back = rtl ? 'ArrowRight' : 'ArrowLeft'
  if (key === forward || key === 'ArrowUp') return Math.min(last, at + 1)
  if (key === back || key === 'ArrowDown') return Math.max(0, at - 1)
  if (key === 'PageUp') return Math.min(last, at + 7)
  if (key === 'PageDown') return Math.max(0, at - 7)
  if (key === 'Home') return 0
  if (key === 'End') return last
  return undefined
}

/** Reads the points of a chart one by one, by arrow keys or by pointing. To a screen reader it is a slider that says each point. */
export function useReading(count: number, say: (point: number) => string) {
  const [read, setRead] = useState<number | null>(null)
  const at = read === null || read >= count ? null : read
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const next = stepOf(event.key, at ?? count - 1, count, rtl)
    if (next === undefined) return
    event.preventDefault()
    setRead(next)
  }
  const now = at ?? count - 1
  return {
    /** The point that is read, if any. */
    at,
    read: setRead,
    slider: {
      role: 'slider',
      tabIndex: 0,
      'aria-valuemin': 0,
      'aria-valuemax': Math.max(0, count - 1),
      'aria-valuenow': Math.max(0, now),
      'aria-valuetext': count === 0 ? '' : say(now),
      onKeyDown,
      onFocus: () => setRead((before) => before ?? count - 1),
      onBlur: () => setRead(null),
    } as const,
  }
}
