import { useState } from 'react'
import { changeUser, type PasswordLink, passwordLink, team, type TeamUser } from '@/api/access'
import { Problem } from '@/api/problem'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useT as useShellT } from '@/i18n/texts'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import { toast } from '@/ui/toast'
import { useT } from './texts'
import { UserForm, type UserPart } from './UserForm'
import { UserIdentities } from './UserIdentities'

/** Somebody of the team, and what an administrator can do about them. */
export function UserCard({ user, onLink }: { user: TeamUser; onLink: (link: PasswordLink) => void }) {
  const t = useT()
  const shellT = useShellT()
  const self = useUser().id === user.id
  const [editing, setEditing] = useState(false)
  const change = useChange({
    key: team.queryKey,
    quiet: true,
    send: (part: UserPart) => changeUser(user.id, part),
    done: () => {
      setEditing(false)
      toast({ title: shellT('app.saved') })
    },
  })
  const link = useChange({ key: team.queryKey, send: async () => onLink(await passwordLink(user.id)) })
  const last = change.error instanceof Problem && change.error.code === 'last-admin'
  return (
    <Card aria-label={`${user.name} (${user.email})`} className="flex flex-col gap-4 p-5">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-2 font-semibold">
            <bdi className="break-words">{user.name}</bdi>
            {self && <Badge>{t('you')}</Badge>}
            {user.invited && <Badge tone="amber">{t('invited')}</Badge>}
            {user.disabled && <Badge tone="danger">{t('disabled')}</Badge>}
          </h2>
          <bdi dir="ltr" className="break-all text-quiet">
            {user.email}
          </bdi>
          {!editing && <p className="mt-1">{user.roles.map((role) => t(`role.${role}`)).join(' · ')}</p>}
        </div>
        {!editing && (
          <div className="flex flex-wrap gap-2">
            <Button size="sm" variant="quiet" onClick={() => link.mutate(undefined)} disabled={link.isPending || user.disabled}>
              <Icon name="link" />
              {t(user.invited ? 'newInvitation' : 'resetPassword')}
            </Button>
            <Button size="sm" onClick={() => setEditing(true)}>
              <Icon name="edit" />
              {t('changeUser')}
            </Button>
            {!self && (
              <Button size="sm" variant={user.disabled ? 'outline' : 'danger'} onClick={() => change.mutate({ disabled: !user.disabled })} disabled={change.isPending}>
                {t(user.disabled ? 'enable' : 'disable')}
              </Button>
            )}
          </div>
        )}
      </div>
      {editing ? (
        <>
          <UserForm user={user} busy={change.isPending} problem={change.error} onCancel={() => setEditing(false)} onSave={change.mutate} />
          <UserIdentities user={user.id} />
        </>
      ) : (
        change.error !== null && (
          <p role="alert" className="text-danger">
            {last ? t('lastAdmin') : shellT('problem.notDone')}
          </p>
        )
      )}
    </Card>
  )
}
