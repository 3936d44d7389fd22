import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { acknowledgeAlert, type Alert, assignAlert, clearAlert, snoozeAlert } from '@/api/alerts'
import type { Page } from '@/api/records'
import { useChange } from '@/app/useChange'
import { useT as useShellT } from '@/i18n/texts'
import { toast } from '@/ui/toast'
import { useT } from './texts'

type Listed = InfiniteData<Page<Alert>>

/** What is done with alerts; several at once, one after the other. */
export type Deed =
  | { kind: 'acknowledge' | 'clear'; of: Alert[] }
  | { kind: 'snooze'; of: Alert[]; until: string }
  | { kind: 'assign'; of: Alert[]; to: string | null; quietly?: boolean }

/**
 * Works on the alerts of a list. What leaves the view leaves it at once, and comes back when the server will not have it.
 *
 * @param leaves whether an alert of which that was done is no longer in the view
 */
export function useAlertChanges(key: readonly unknown[], leaves: (deed: Deed) => boolean) {
  const t = useT()
  const shellT = useShellT()
  const client = useQueryClient()
  const change = useChange<Deed, Listed>({
    key,
    send: async (deed) => {
      for (const alert of deed.of) await sent(alert, deed)
    },
    guess: (now, deed) => ({ ...now, pages: now.pages.map((page) => ({ ...page, items: page.items.flatMap((alert) => after(alert, deed, leaves)) })) }),
    done: (deed) => {
      void client.invalidateQueries({ queryKey: ['health'] })
      if (deed.kind === 'assign' && deed.quietly) return
      const undo =
        deed.kind === 'assign'
          ? { label: shellT('app.undo'), onClick: () => deed.of.forEach((alert) => change.mutate({ kind: 'assign', of: [alert], to: alert.assignee ?? null, quietly: true })) }
          : undefined
      toast({ title: t(`done.${deed.kind}`, { count: deed.of.length }), ...(undo && { undo }) })
    },
  })
  return change
}

async function sent({ id }: Alert, deed: Deed) {
  switch (deed.kind) {
    case 'acknowledge':
      return acknowledgeAlert(id)
    case 'clear':
      return clearAlert(id)
    case 'snooze':
      return snoozeAlert(id, deed.until)
    case 'assign':
      return assignAlert(id, deed.to)
  }
}

function after(alert: Alert, deed: Deed, leaves: (deed: Deed) => boolean): Alert[] {
  if (!deed.of.some(({ id }) => id === alert.id)) return [alert]
  if (leaves(deed)) return []
  if (deed.kind !== 'assign') return [alert]
  const { assignee: _, ...rest } = alert
  return [deed.to === null ? rest : { ...rest, assignee: deed.to }]
}
