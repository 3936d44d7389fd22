import type { Factor, Health, Input } from '@/api/health'

/** A line of the factor table: weight times score is points, and points and points lost are all there is to win. */
export type FactorLine = {
  factor: string
  /** Its share of the score as it counts now; 0 when it does not count. */
  weight: number
  /** Its share while everything is known. */
  usualWeight: number
  /** From 0 to 100; undefined where there is no data. */
  score: number | undefined
  points: number
  lost: number
  /** How far it moved the score; undefined without a score to compare with. */
  change: number | undefined
  inputs: InputLine[]
}

export type InputLine = { input: string; unit: Input['unit']; value: number | undefined; weight: number; score: number | undefined; points: number; lost: number; change: number | undefined }

/** The factors of an account, each with its inputs. What is missing has no score; it is no 0. */
export function factorLines({ factors, change }: Pick<Health, 'factors' | 'change'>): FactorLine[] {
  const moved = new Map(change?.inputs.map(({ input, points }) => [input, points]))
  const movedBy = (input: string) => (change === undefined ? undefined : (moved.get(input) ?? 0))
  return factors.map((factor) => line(factor, movedBy))
}

function line(factor: Factor, movedBy: (input: string) => number | undefined): FactorLine {
  const inputs = factor.inputs.map((input): InputLine => ({
    input: input.input,
    unit: input.unit,
    value: input.missing ? undefined : input.value,
    weight: input.effectiveWeight,
    score: input.missing || input.points === undefined ? undefined : input.points * 100,
    points: input.contribution,
    lost: input.effectiveWeight * 100 - input.contribution,
    change: movedBy(input.input),
  }))
  const weight = sum(inputs, ({ weight }) => weight)
  return {
    factor: factor.factor,
    weight,
    usualWeight: factor.weight,
    score: factor.score,
    points: factor.contribution,
    lost: weight * 100 - factor.contribution,
    change: inputs.some(({ change }) => change === undefined) ? undefined : sum(inputs, ({ change }) => change ?? 0),
    inputs,
  }
}

/** All lines together: the score, and what is missing to 100. */
export const totalOf = (lines: FactorLine[]) => ({
  weight: sum(lines, ({ weight }) => weight),
  points: sum(lines, ({ points }) => points),
  lost: sum(lines, ({ lost }) => lost),
})

const sum = <Line>(lines: Line[], of: (line: Line) => number) => lines.reduce((total, one) => total + of(one), 0)
