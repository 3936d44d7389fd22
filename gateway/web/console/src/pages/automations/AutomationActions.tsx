import { Link, useNavigate } from '@tanstack/react-router'
import { addAutomations, type Automation, automations, removeAutomation, switchAutomation } from '@/api/automations'
import { useChange } from '@/app/useChange'
import { useT as useShellT } from '@/i18n/texts'
import { Button, buttonClass } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { toast } from '@/ui/toast'
import { useMayDo } from '../tasks/useMayDo'
import { OnOff } from './OnOff'
import { useT } from './texts'

/** On or off, a copy to begin with, and away, with a way back. */
export function AutomationActions({ shown }: { shown: Automation }) {
  const t = useT()
  const shellT = useShellT()
  const mayDo = useMayDo()
  const navigate = useNavigate()
  const back = useChange<Automation, Automation[]>({
    key: automations.queryKey,
    send: async ({ yaml, enabled }) => {
      const [added] = await addAutomations(yaml)
      if (added !== undefined && enabled) await switchAutomation(added.name, added.rev, true)
    },
  })
  const away = useChange<Automation, Automation[]>({
    key: automations.queryKey,
    guess: (all, { name }) => all.filter((row) => row.name !== name),
    send: async ({ name, rev }) => {
      await removeAutomation(name, rev)
      await navigate({ to: '/automations' })
    },
    done: (gone) => toast({ title: t('removed'), undo: { label: shellT('app.undo'), onClick: () => back.mutate(gone) } }),
  })
  if (!mayDo) return null
  return (
    <>
      <OnOff automation={shown} />
      <Link to="/automations/new" search={{ from: shown.name }} className={buttonClass()}>
        <Icon name="copy" />
        {t('copy')}
      </Link>
      <Button variant="danger" onClick={() => away.mutate(shown)} disabled={away.isPending}>
        {t('remove')}
      </Button>
    </>
  )
}
