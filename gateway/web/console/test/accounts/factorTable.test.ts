import { expect, it } from 'vitest'
import type { Factor } from '@/api/health'
import { factorLines, totalOf } from '@/pages/health/model/factorTable'

const input = (name: string, weight: number, points: number | undefined) => ({
  input: name,
  unit: 'ratio' as const,
  weight: 0.5,
  effectiveWeight: weight,
  contribution: points === undefined ? 0 : weight * points * 100,
  missing: points === undefined,
  ...(points !== undefined && { value: points, points }),
})

const usage: Factor = { factor: 'usage', weight: 0.3, score: 50, coverage: 1, contribution: 20, inputs: [input('weekly_active', 0.3, 0.4), input('core_features', 0.1, 0.8)] }
const support: Factor = { factor: 'support', weight: 0.2, coverage: 0, contribution: 0, inputs: [input('csat', 0, undefined)] }
const outcomes: Factor = { factor: 'outcomes', weight: 0.25, score: 100, coverage: 1, contribution: 60, inputs: [input('roi', 0.6, 1)] }

it('shows that weight times score is points, and that points and points lost are the weight', () => {
  for (const { weight, points, lost, inputs } of factorLines({ factors: [usage, outcomes] })) {
    expect(points + lost).toBeCloseTo(weight * 100, 9)
    for (const one of inputs) expect((one.score ?? 0) * one.weight).toBeCloseTo(one.points, 9)
  }
})

it('adds up to the score, and to what is missing to 100', () => {
  const total = totalOf(factorLines({ factors: [usage, support, outcomes] }))
  expect([total.weight, total.points, total.lost].map((number) => Math.round(number * 1e6) / 1e6)).toEqual([1, 80, 20])
})

it('has no score where there is no data, and no points lost for it', () => {
  const [line] = factorLines({ factors: [support] })
  expect(line).toMatchObject({ score: undefined, weight: 0, lost: 0 })
  expect(line?.inputs[0]).toMatchObject({ value: undefined, score: undefined })
})

it('tells how far a factor moved the score by its inputs', () => {
  const change = { since: '2026-10-22', from: 84, to: 80, inputs: [{ input: 'weekly_active', points: -5 }, { input: 'core_features', points: 1 }], reweighting: 0 }
  expect(factorLines({ factors: [usage, outcomes], change }).map(({ change }) => change)).toEqual([-4, 0])
  expect(factorLines({ factors: [usage] })[0]?.change).toBeUndefined()
})
