/** From where to where something reaches, along the line of reading. */
export interface Span {
  from: number
  to: number
}

/** Which columns can be seen, counted from 1. */
export interface InView {
  first: number
  last: number
  total: number
}

/** A column counts as seen when more than half of it is. */
export function columnsInView(columns: readonly Span[], view: Span): InView {
  const seen = columns.flatMap(({ from, to }, place) => {
    const part = Math.min(to, view.to) - Math.max(from, view.from)
    return part * 2 > to - from ? [place + 1] : []
  })
  return { first: seen[0] ?? 1, last: seen.at(-1) ?? 1, total: columns.length }
}
