import { type SubmitEvent, useState } from 'react'
import type { TeamUser } from '@/api/access'
import { Problem } from '@/api/problem'
import { FormEnd } from '@/app/FormEnd'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { RoleChoice, ROLES } from './RoleChoice'
import { useT } from './texts'

export type UserPart = Partial<Pick<TeamUser, 'email' | 'roles' | 'disabled'>>

type UserFormProps = { user: TeamUser; busy: boolean; problem: unknown; onCancel: () => void; onSave: (part: UserPart) => void }

/** The address somebody signs in with, and what they may do. */
export function UserForm({ user, busy, problem, onCancel, onSave }: UserFormProps) {
  const t = useT()
  const [email, setEmail] = useState(user.email)
  const [roles, setRoles] = useState(user.roles)
  const code = problem instanceof Problem ? problem.code : undefined
  const wrong = (path: string) => problem instanceof Problem && problem.errors.some((error) => error.path.startsWith(path))
  const said = code === 'last-admin' ? t('lastAdmin') : wrong('roles') ? t('rolesWrong') : undefined
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const address = email.trim()
    onSave(address === user.email ? { roles } : { email: address, roles })
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <Field label={t('email')} error={code === 'email-taken' ? t('emailTaken') : wrong('email') ? t('emailWrong') : undefined}>
        <Input type="email" dir="ltr" autoComplete="off" value={email} onChange={(event) => setEmail(event.target.value)} />
      </Field>
      <RoleChoice roles={ROLES} chosen={roles} onChange={setRoles} />
      <FormEnd problem={problem} said={said} busy={busy} onCancel={onCancel} />
    </form>
  )
}
