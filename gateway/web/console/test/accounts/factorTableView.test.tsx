import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Health } from '@/api/health'
import { FactorTable } from '@/pages/health/FactorTable'
import { otherWay } from '@/pages/records/LongTable'
import { inPage } from '../pages/inPage'

const known = { input: 'weekly_active', unit: 'ratio', weight: 1, effectiveWeight: 1, value: 0.45, points: 0.8, contribution: 80, missing: false }
const missing = { input: 'csat', unit: 'points', weight: 1, effectiveWeight: 0, contribution: 0, missing: true }
const health = {
  score: 80,
  factors: [
    { factor: 'usage', weight: 0.3, score: 80, coverage: 1, contribution: 80, inputs: [known] },
    { factor: 'support', weight: 0.2, coverage: 0, contribution: 0, inputs: [missing] },
  ],
} as unknown as Health

it('says what there is no data for, and never as 0', async () => {
  const { user } = await inPage(<FactorTable health={health} />)
  const support = await screen.findByRole('row', { name: /^Support/ }, { timeout: 60_000 })
  expect(within(support).getByText('No data')).toBeInTheDocument()
  expect(within(support).queryByText('0')).not.toBeInTheDocument()
  await user.click(within(support).getByRole('button', { name: 'Support' }))
  expect(screen.getAllByText('No data')).toHaveLength(3)
})

it('opens a factor to what it is made of, in its own unit', async () => {
  const { user } = await inPage(<FactorTable health={health} />)
  await user.click(await screen.findByRole('button', { name: 'Product usage' }, { timeout: 60_000 }))
  expect(screen.getByRole('row', { name: /Seats used weekly 45%/ })).toHaveTextContent('80')
})

it('sorts the other way round at the second click, and by the largest first where that is meant', () => {
  expect([otherWay('name', 'name'), otherWay('-name', 'name'), otherWay('name', 'arr'), otherWay('name', 'score')]).toEqual(['-name', 'name', '-arr', 'score'])
})
