import { expect, it } from 'vitest'
import { spanOf, steps } from '@/ui/charts/steps'

it('begins each part where the one before ended, and ends at the sum', () => {
  const all = steps(20, [{ points: 5 }, { points: -12.5 }, { points: 30 }])
  expect(all.map(({ from, to }) => [from, to])).toEqual([[20, 50], [50, 37.5], [37.5, 42.5]])
})

it('has room for every bar, also below zero', () => {
  expect(spanOf(5, steps(5, [{ points: -20 }, { points: 3 }]))).toEqual({ low: -15, high: 5 })
  expect(spanOf(0, [])).toEqual({ low: 0, high: 1 })
})
