import { type Automation, automation as one, automations, switchAutomation } from '@/api/automations'
import { useQueryClient } from '@tanstack/react-query'
import { useChange } from '@/app/useChange'
import { useT as useShellT } from '@/i18n/texts'
import { isolated } from '@/i18n/translate'
import { Switch } from '@/ui/Switch'
import { toast } from '@/ui/toast'
import { useMayDo } from '../tasks/useMayDo'
import { useT } from './texts'

type Turn = { on: boolean; rev: number }

/** Switches an automation on or off, with a way back. */
export function OnOff({ automation }: { automation: Automation }) {
  const t = useT()
  const shellT = useShellT()
  const mayDo = useMayDo()
  const client = useQueryClient()
  const { mutate, isPending } = useChange<Turn, Automation[]>({
    key: automations.queryKey,
    send: ({ on, rev }) => switchAutomation(automation.name, rev, on),
    guess: (all, { on }) => all.map((row) => (row.name === automation.name ? { ...row, enabled: on, rev: row.rev + 1 } : row)),
    done: ({ on, rev }) => {
      const undo = { label: shellT('app.undo'), onClick: () => turn({ on: !on, rev: rev + 1 }) }
      toast({ title: t(on ? 'isOn' : 'isOff'), ...(on && { description: t('onText') }), undo })
    },
  })
  function turn(to: Turn) {
    client.setQueryData<Automation>(one(automation.name).queryKey, (shown) => shown && { ...shown, enabled: to.on, rev: to.rev + 1 })
    mutate(to)
  }
  return (
    <Switch
      label={t('switch', { title: isolated(automation.title) })}
      on={automation.enabled}
      disabled={!mayDo || isPending || (automation.faults.length > 0 && !automation.enabled)}
      onChange={(on) => turn({ on, rev: automation.rev })}
    />
  )
}
