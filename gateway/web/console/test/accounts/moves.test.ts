import { expect, it } from 'vitest'
import type { AccountDetail, Standing } from '@/api/accounts'
import { isReturn, moves } from '@/pages/accounts/model/moves'

type Facts = { contacts?: unknown[]; deals?: unknown[]; contracts?: unknown[] }
const at = (standing: Standing, { contacts = [], deals = [], contracts = [] }: Facts = {}) =>
  moves({ account: { standing }, contacts, deals, contracts } as unknown as AccountDetail)
const places = (all: ReturnType<typeof moves>) => all.map(({ to }) => `${to.stage}/${to.step}`)
const deal = (stage: string) => ({ visits: [{ stage }] })

it('offers every other step of the stage, and the first of the next', () => {
  expect(places(at({ stage: 'prospect', step: 'qualification' }))).toEqual([
    'prospect/research', 'prospect/initial-outreach', 'prospect/interest-development', 'prospect/meeting-scheduling', 'opportunity/discovery',
  ])
})

it('leads back to any step of the stage before, whatever is missing', () => {
  const back = at({ stage: 'opportunity', step: 'discovery' }).filter(({ to }) => to.stage === 'prospect')
  expect(back).toHaveLength(5)
  expect(back.every(({ obstacle }) => obstacle === undefined)).toBe(true)
})

it('says what is missing for a step', () => {
  const missing = (all: ReturnType<typeof moves>, step: string) => all.find(({ to }) => to.step === step)?.obstacle
  const prospect: Standing = { stage: 'prospect', step: 'research' }
  expect(missing(at(prospect), 'discovery')).toBe('contact')
  expect(missing(at(prospect, { contacts: [{}] }), 'discovery')).toBeUndefined()
  expect(missing(at(prospect, { contacts: [{ leftAt: '2026-01-01T00:00:00Z' }] }), 'meeting-scheduling')).toBe('contact')
  const opportunity: Standing = { stage: 'opportunity', step: 'discovery' }
  expect(missing(at(opportunity, { deals: [deal('lost')] }), 'negotiation')).toBe('deal')
  expect(missing(at(opportunity, { deals: [deal('negotiation')] }), 'closing')).toBeUndefined()
  expect(missing(at(opportunity), 'onboarding')).toBe('signed')
  expect(missing(at(opportunity, { deals: [deal('won')] }), 'onboarding')).toBeUndefined()
})

it('knows which moves one other takes back', () => {
  const [discovery, closing]: Standing[] = [{ stage: 'opportunity', step: 'discovery' }, { stage: 'opportunity', step: 'closing' }]
  const [onboarding, success]: Standing[] = [{ stage: 'customer', step: 'onboarding' }, { stage: 'customer', step: 'success' }]
  expect([isReturn(onboarding!, closing!), isReturn(closing!, onboarding!), isReturn(closing!, success!), isReturn(discovery!, closing!)]).toEqual([true, true, false, true])
  expect(isReturn({ ...success!, churnRisk: 'early-warning' }, closing!)).toBe(false)
})

it('keeps a customer at risk a customer, and the risk with it', () => {
  const all = at({ stage: 'customer', step: 'adoption', churnRisk: 'root-cause' })
  expect(all.every(({ to }) => to.stage === 'customer' && to.churnRisk === 'root-cause')).toBe(true)
})
