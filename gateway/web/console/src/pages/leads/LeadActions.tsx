import { lazy, Suspense, useState } from 'react'
import { changeLead, closeLead, type Lead, lead, type Outcome } from '@/api/leads'
import type { LeadStatus } from '@/api/leadStatus'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { Menu } from '@/ui/Menu'
import { toast } from '@/ui/toast'
import { useT } from './texts'

const OutcomeDialog = lazy(() => import('./OutcomeDialog').then((module) => ({ default: module.OutcomeDialog })))
const OPEN: LeadStatus[] = ['new', 'working', 'qualified']

/** Whose lead it is, how far it is, and how it ended. */
export function LeadActions({ shown }: { shown: Lead }) {
  const t = useT()
  const shellT = useShellT()
  const user = useUser()
  const [closing, setClosing] = useState(false)
  const key = lead(shown.id).queryKey
  const change = useChange({
    key,
    send: ({ rev = shown.rev, ...part }: { owner?: string; status?: LeadStatus; rev?: number }) => changeLead(shown.id, { rev, ...part }),
    guess: (now: Lead, { owner, status }): Lead => ({ ...now, ...(owner !== undefined && { owner }), ...(status && { status }) }),
    done: () => toast({ title: shellT('app.saved') }),
  })
  const close = useChange({
    key,
    send: (outcome: Outcome) => closeLead(shown.id, outcome),
    done: ({ outcome }) => {
      setClosing(false)
      toast({ title: t(outcome === 'won' ? 'isWon' : 'isLost') })
    },
  })
  if (!user.roles.includes('sales') && !user.roles.includes('admin')) return null
  return (
    <>
      {shown.owner !== user.id && (
        <Button onClick={() => change.mutate({ owner: user.id })} disabled={change.isPending}>
          {t('takeIt')}
        </Button>
      )}
      {shown.open && (
        <>
          <Menu
            trigger={
              <Button>
                {t('status')}
                <Icon name="chevronDown" />
              </Button>
            }
            entries={OPEN.map((status) => ({ label: t(`status.${status}`), onClick: () => change.mutate({ status }) }))}
          />
          <Button variant="primary" onClick={() => setClosing(true)}>
            {t('close')}
          </Button>
        </>
      )}
      {closing && (
        <Suspense>
          <OutcomeDialog busy={close.isPending} problem={close.error} onClose={() => setClosing(false)} onDone={(outcome) => close.mutate(outcome)} />
        </Suspense>
      )}
    </>
  )
}
