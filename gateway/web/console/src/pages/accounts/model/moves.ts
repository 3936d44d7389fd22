import type { AccountDetail, Standing } from '@/api/accounts'
import { STAGE_NAMES, STAGES } from '@/api/lifecycle'

export type Obstacle = 'contact' | 'deal' | 'signed'
/** A place an account can be moved to, and what is missing for it yet. */
export type Move = { to: Standing; obstacle?: Obstacle }

/**
 * Where an account may go: any step of its stage, the first step of the next, and back to any step of the stage before.
 * The server decides; this is what is offered, and why something is not.
 */
export function moves({ account, contacts, deals, contracts }: Pick<AccountDetail, 'account' | 'contacts' | 'deals' | 'contracts'>): Move[] {
  const { standing } = account
  const stage = STAGE_NAMES.indexOf(standing.stage)
  const facts = {
    contact: contacts.some(({ leftAt }) => leftAt === undefined),
    deal: deals.some(({ visits }) => !['won', 'lost'].includes(visits.at(-1)?.stage ?? '')),
    signed: deals.some(({ visits }) => visits.at(-1)?.stage === 'won') || contracts.some(({ terms }) => terms.status === 'active'),
  }
  const all = STAGE_NAMES.flatMap((name, place) => {
    const steps: readonly string[] = STAGES[name]
    if (Math.abs(place - stage) > 1) return []
    if (place !== stage && standing.churnRisk !== undefined) return []
    return (place === stage + 1 ? steps.slice(0, 1) : steps).map((step): Standing => ({ stage: name, step, ...(place === stage && standing.churnRisk !== undefined && { churnRisk: standing.churnRisk }) }))
  })
  return all
    .filter((to) => !(to.stage === standing.stage && to.step === standing.step))
    .map((to) => {
      const missing = placeOf(to) > placeOf(standing) ? needed(to, standing).find((one) => !facts[one]) : undefined
      return { to, ...(missing !== undefined && { obstacle: missing }) }
    })
}

/** Whether a move can be taken back by one other: a stage that was left from its middle can only be begun again. */
export function isReturn(from: Standing, to: Standing): boolean {
  const stages = STAGE_NAMES.indexOf(to.stage) - STAGE_NAMES.indexOf(from.stage)
  if (from.churnRisk !== undefined && to.stage !== 'customer') return false
  return stages === 0 || stages === -1 || (stages === 1 && to.step === STAGES[to.stage][0])
}

/** What must be true to arrive somewhere from before it. */
function needed({ stage, step }: Standing, from: Standing): Obstacle[] {
  const entering: Obstacle[] = stage === from.stage ? [] : stage === 'customer' ? ['signed'] : stage === 'opportunity' ? ['contact'] : []
  if (step === 'meeting-scheduling') return [...entering, 'contact']
  if (step === 'negotiation' || step === 'closing') return [...entering, 'deal']
  return entering
}

const placeOf = ({ stage, step }: Standing) => STAGE_NAMES.indexOf(stage) * 5 + (STAGES[stage] as readonly string[]).indexOf(step)
