import type { Task } from '@/api/tasks'
import { useShortcuts } from '@/app/shortcuts'
import { useUser } from '@/app/user'
import { Button } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { Input } from '@/ui/Input'
import { Menu } from '@/ui/Menu'
import { dayOf, endOfDay } from './model'
import { useT } from './texts'
import { useMayDo } from './useMayDo'
import { useTaskChange } from './useTaskChange'
import { ROLES, useOthers } from './who'

/** Until when, whose, and done. */
export function TaskActions({ shown }: { shown: Task }) {
  const t = useT()
  const user = useUser()
  const mayDo = useMayDo()
  const others = useOthers()
  const { change, busy } = useTaskChange()
  const turn = () => change(shown, { do: shown.state === 'open' ? 'complete' : 'reopen' })
  useShortcuts(mayDo ? { x: turn } : {})
  if (!mayDo) return null
  if (shown.state === 'done') {
    return (
      <Button onClick={turn} disabled={busy}>
        {t('reopen')}
      </Button>
    )
  }
  return (
    <>
      <span className="w-40">
        <Input
          key={shown.due ?? ''}
          type="date"
          aria-label={t('due')}
          defaultValue={shown.due === null ? '' : dayOf(shown.due)}
          // A year that is being typed is a day of long ago: what counts is what stands there in the end.
          onBlur={({ target: { value } }) => {
            const due = endOfDay(value)
            if ((due && dayOf(due)) !== (shown.due && dayOf(shown.due))) change(shown, { do: 'due', due })
          }}
        />
      </span>
      <Menu
        trigger={
          <Button>
            {t('assign')}
            <Icon name="chevronDown" />
          </Button>
        }
        entries={[
          { label: t('me'), icon: 'user', onClick: () => change(shown, { do: 'assign', assignee: user.id }) },
          ...others.map(({ id, name }) => ({ label: name || id, onClick: () => change(shown, { do: 'assign' as const, assignee: id }) })),
          'line',
          ...ROLES.map((role) => ({ label: t(`role.${role}`), onClick: () => change(shown, { do: 'assign', role }) })),
          'line',
          { label: t('nobody'), onClick: () => change(shown, { do: 'assign' }) },
        ]}
      />
      <Button variant="primary" onClick={turn} disabled={busy}>
        <Icon name="check" />
        {t('complete')}
      </Button>
    </>
  )
}
