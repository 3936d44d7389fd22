import { type SubmitEvent, useState } from 'react'
import type { NewUser } from '@/api/access'
import type { Role } from '@/api/me'
import { Problem } from '@/api/problem'
import { FormEnd } from '@/app/FormEnd'
import { Card } from '@/ui/Card'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { RoleChoice, ROLES } from './RoleChoice'
import { useT } from './texts'

type InviteFormProps = { busy: boolean; problem: unknown; onCancel: () => void; onSave: (user: NewUser) => void }

/** Who is invited, and what they may do. */
export function InviteForm({ busy, problem, onCancel, onSave }: InviteFormProps) {
  const t = useT()
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [roles, setRoles] = useState<Role[]>(['viewer'])
  const wrong = (path: string) => problem instanceof Problem && problem.errors.some((error) => error.path.startsWith(path))
  const taken = problem instanceof Problem && problem.code === 'email-taken'
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSave({ email: email.trim(), name: name.trim(), roles })
  }
  return (
    <Card className="p-5">
      <form noValidate onSubmit={submit} className="flex flex-col gap-5">
        <div className="grid gap-5 md:grid-cols-2">
          <Field label={t('email')} error={taken ? t('emailTaken') : wrong('email') ? t('emailWrong') : undefined}>
            <Input type="email" dir="ltr" autoComplete="off" value={email} onChange={(event) => setEmail(event.target.value)} />
          </Field>
          <Field label={t('name')} error={wrong('name') ? t('nameWrong') : undefined}>
            <Input dir="auto" maxLength={100} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
        </div>
        <RoleChoice roles={ROLES} chosen={roles} onChange={setRoles} />
        <FormEnd problem={problem} said={wrong('roles') ? t('rolesWrong') : undefined} busy={busy} action={t('invite')} onCancel={onCancel} />
      </form>
    </Card>
  )
}
