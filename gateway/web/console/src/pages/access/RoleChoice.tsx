import type { Role } from '@/api/me'
import { Checkbox } from '@/ui/Checkbox'
import { useT } from './texts'

export const ROLES = ['viewer', 'marketer', 'sales', 'success', 'admin'] as const

type RoleChoiceProps = { roles: readonly Role[]; chosen: Role[]; onChange: (roles: Role[]) => void }

/** Which of the roles. */
export function RoleChoice({ roles, chosen, onChange }: RoleChoiceProps) {
  const t = useT()
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium">{t('roles')}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {roles.map((role) => (
          <Checkbox
            key={role}
            label={t(`role.${role}`)}
            checked={chosen.includes(role)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, role] : chosen.filter((one) => one !== role))}
          />
        ))}
      </div>
    </fieldset>
  )
}
