/** A day of a trend: its score, and what may be expected where it is not known yet. */
export type TrendDay = { day: string; score?: number; low?: number; high?: number; forecast: boolean }

/** Something that happened on a day, drawn as a mark on the line. */
export type TrendMark = { day: string; kind: 'alert' | 'deal'; text: string }

const DAY_MS = 24 * 60 * 60_000

/** A day such as `2026-03-01` as a number of days, so that all of them are equally long. */
export const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
export const dayText = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10)

/** The lines between days that follow one another; a gap of missing scores is no line. */
export function runs(days: readonly TrendDay[]): TrendDay[][] {
  const all: TrendDay[][] = []
  let run: TrendDay[] = []
  for (const day of days) {
    if (day.score === undefined) {
      if (run.length > 0) all.push(run)
      run = []
    } else run.push(day)
  }
  if (run.length > 0) all.push(run)
  return all
}

/** The first day of each month in a span, or of every third, so that at most `most` are written. */
export function monthTicks(from: string, to: string, most: number): string[] {
  const ticks: string[] = []
  const date = new Date(`${from.slice(0, 7)}-01T00:00:00Z`)
  const end = Date.parse(`${to}T00:00:00Z`)
  for (; date.getTime() <= end; date.setUTCMonth(date.getUTCMonth() + 1)) {
    const day = date.toISOString().slice(0, 10)
    if (day >= from) ticks.push(day)
  }
  const step = Math.max(1, Math.ceil(ticks.length / Math.max(1, most)))
  return ticks.filter((_, place) => place % step === 0)
}

/** The marks of the day closest to each of them that the trend has. */
export function marksByDay(days: readonly TrendDay[], marks: readonly TrendMark[]): Map<number, TrendMark[]> {
  const found = new Map<number, TrendMark[]>()
  const first = days[0]
  const last = days.at(-1)
  if (first === undefined || last === undefined) return found
  for (const mark of marks) {
    if (mark.day < first.day || mark.day > last.day) continue
    let near = 0
    days.forEach(({ day }, place) => {
      const closest = days[near]
      if (closest && Math.abs(dayNumber(day) - dayNumber(mark.day)) < Math.abs(dayNumber(closest.day) - dayNumber(mark.day))) near = place
    })
    found.set(near, [...(found.get(near) ?? []), mark])
  }
  return found
}
