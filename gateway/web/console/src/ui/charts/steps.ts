/** A part of a sum, and where its bar begins and ends. */
export type Step<Part> = { part: Part; from: number; to: number }

/** The parts one after the other, each beginning where the one before ended; the largest first. */
export function steps<Part extends { points: number }>(base: number, parts: readonly Part[]): Step<Part>[] {
  let at = base
  return parts
    .toSorted((one, other) => Math.abs(other.points) - Math.abs(one.points))
    .map((part) => {
      const from = at
      at += part.points
      return { part, from, to: at }
    })
}

/** The span that all bars need, from the smallest to the largest; never empty, and 0 is in it unless it is looked at closely. */
export function spanOf(base: number, all: readonly Step<unknown>[], close = false): { low: number; high: number } {
  const ends = [base, ...all.flatMap(({ from, to }) => [from, to])]
  if (!close) ends.push(0)
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  // A bar that begins where the span does would not be seen.
  const room = close ? Math.max(0.5, (high - low) / 6) : 0
  return { low: low - room, high: high + room === low - room ? low + 1 : high + room }
}
