import { expect, it } from 'vitest'
import { bandOf, shownScore } from '@/ui/charts/bands'
import { marksByDay, monthTicks, runs } from '@/ui/charts/trend'
import { stepOf } from '@/ui/charts/useReading'
import { spanOf, steps } from '@/ui/charts/steps'

const day = (day: string, score?: number) => ({ day, forecast: false, ...(score !== undefined && { score }) })

it('draws no line over days of which nothing is known', () => {
  const days = [day('2026-03-01', 50), day('2026-03-02', 51), day('2026-03-03'), day('2026-03-04', 40)]
  expect(runs(days).map((run) => run.map(({ score }) => score))).toEqual([[50, 51], [40]])
})

it('names as many months as there is room for', () => {
  expect(monthTicks('2026-01-15', '2026-07-15', 10)).toEqual(['2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01', '2026-07-01'])
  expect(monthTicks('2026-01-15', '2026-07-15', 3)).toEqual(['2026-02-01', '2026-04-01', '2026-06-01'])
})

it('puts a mark at the nearest day, and none outside', () => {
  const days = [day('2026-03-01', 50), day('2026-03-10', 51)]
  const mark = (day: string) => ({ day, kind: 'alert' as const, text: day })
  expect([...marksByDay(days, [mark('2026-03-08'), mark('2026-02-01')])]).toEqual([[1, [mark('2026-03-08')]]])
})

it('gives a limit to the band above it', () => {
  expect([100, 80, 79.999, 60, 40, 39.9, 0].map(bandOf)).toEqual(['excellent', 'excellent', 'good', 'good', 'at-risk', 'critical', 'critical'])
})

it('writes no score as if it were in the band above', () => {
  expect([79.97, 80, 59.99, 64.26].map(shownScore)).toEqual([79.9, 80, 59.9, 64.2])
})

it('reads onwards where the page reads onwards', () => {
  expect([stepOf('ArrowRight', 3, 10, false), stepOf('ArrowRight', 3, 10, true), stepOf('Home', 3, 10, false), stepOf('End', 3, 10, false), stepOf('x', 3, 10, false)]).toEqual([4, 2, 0, 9, undefined])
  expect([stepOf('ArrowRight', 9, 10, false), stepOf('ArrowLeft', 0, 10, false)]).toEqual([9, 0])
})

it('looks closely at small parts of a large sum', () => {
  const span = spanOf(80, steps(80, [{ points: -2 }, { points: 0.5 }]), true)
  expect(span.low).toBeGreaterThan(70)
  expect(span.low).toBeLessThan(78)
})
