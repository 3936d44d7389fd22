import { lazy, Suspense, useState } from 'react'
import { account, type AccountDetail, archiveAccount, editAccount, moveAccount, restoreAccount, type Standing } from '@/api/accounts'
import { mayServe } from '@/api/me'
import { useChange } from '@/app/useChange'
import { useShortcuts } from '@/app/shortcuts'
import { useUser } from '@/app/user'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { Menu } from '@/ui/Menu'
import { toast } from '@/ui/toast'
import type { Values } from '../records/form'
import { useAccountFields } from './fields'
import { isReturn } from './model/moves'
import { useT } from './texts'

const FormDialog = lazy(() => import('../records/FormDialog').then((module) => ({ default: module.FormDialog })))
const MoveDialog = lazy(() => import('./MoveDialog').then((module) => ({ default: module.MoveDialog })))

type Going = Standing & { reason: string; rev?: number }

/** What can be done with an account: move it along, edit it, put it away. */
export function AccountActions({ shown }: { shown: AccountDetail }) {
  const t = useT()
  const shellT = useShellT()
  const writes = mayServe(useUser())
  const fields = useAccountFields()
  const [open, setOpen] = useState<'move' | 'edit' | null>(null)
  const { id, rev, details, standing, archived } = shown.account
  const key = account(id).queryKey
  const move = useChange({
    key,
    quiet: true,
    send: (going: Going) => moveAccount(id, going),
    done: (going) => {
      setOpen(null)
      const undo = { label: shellT('app.undo'), onClick: () => back.mutate({ ...standing, reason: t('movedBack', { reason: going.reason }) }) }
      toast({ title: t('moved'), ...(isReturn(going, standing) && { undo }) })
    },
  })
  const back = useChange({ key, send: (going: Going) => moveAccount(id, going), done: () => toast({ title: t('moved') }) })
  const edit = useChange({
    key,
    quiet: true,
    send: (changes: Values) => editAccount(id, rev, changes),
    guess: (now: AccountDetail, changes): AccountDetail => ({ ...now, account: { ...now.account, details: { ...now.account.details, ...withoutNull(changes) } } }),
    done: () => {
      setOpen(null)
      toast({ title: shellT('app.saved') })
    },
  })
  const away = useChange({
    key,
    send: (gone: boolean) => (gone ? archiveAccount(id) : restoreAccount(id)),
    guess: (now: AccountDetail, gone): AccountDetail => ({ ...now, account: { ...now.account, archived: gone } }),
    done: (gone) => toast({ title: t(gone ? 'isPutAway' : 'isBack'), undo: { label: shellT('app.undo'), onClick: () => away.mutate(!gone) } }),
  })
  useShortcuts(writes ? { e: () => setOpen('edit') } : {})
  if (!writes) return null
  return (
    <>
      <Menu
        trigger={
          <Button aria-label={t('more')} size="icon" variant="quiet">
            <Icon name="menu" />
          </Button>
        }
        entries={[
          { label: shellT('app.edit'), icon: 'edit', onClick: () => setOpen('edit') },
          { label: t(archived ? 'restore' : 'putItAway'), icon: archived ? 'history' : 'trash', onClick: () => away.mutate(!archived) },
        ]}
      />
      <Button variant="primary" onClick={() => setOpen('move')}>
        {t('move')}
      </Button>
      {open === 'edit' && (
        <Suspense>
          <FormDialog
            title={t('editAccount')}
            fields={fields}
            values={details}
            busy={edit.isPending}
            problem={edit.error}
            onClose={() => setOpen(null)}
            onSave={(changes) => edit.mutate(changes)}
          />
        </Suspense>
      )}
      {open === 'move' && (
        <Suspense>
          <MoveDialog shown={shown} busy={move.isPending} problem={move.error} onClose={() => setOpen(null)} onMove={(going) => move.mutate({ ...going, rev })} />
        </Suspense>
      )}
    </>
  )
}

const withoutNull = (changes: Values) => Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value === null ? undefined : value]))
