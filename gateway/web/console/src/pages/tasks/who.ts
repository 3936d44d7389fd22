import type { Role } from '@/api/me'
import type { Task } from '@/api/tasks'
import { useColleagues } from '@/app/colleagues'
import { useUser } from '@/app/user'
import { isolated } from '@/i18n/translate'
import { useT } from './texts'

/** The roles something can be given to. */
export const ROLES = ['sales', 'success', 'marketer', 'admin'] as const satisfies Role[]

/** Calls users by their names; who is not known by name is a colleague. */
export function useName() {
  const t = useT()
  const user = useUser()
  const { nameOf } = useColleagues()
  return (id: string) => {
    if (id === user.id) return t('you')
    const name = nameOf(id)
    return name === id ? t('colleague') : isolated(name)
  }
}

/** Says whose a task is. */
export function useWhose() {
  const t = useT()
  const name = useName()
  return ({ assignee, role }: Pick<Task, 'assignee' | 'role'>) => {
    if (assignee !== null) return name(assignee)
    return role === null ? t('nobody') : t(`role.${role}`)
  }
}

/** To whom else something can be given: who only reads can do nothing with it. */
export function useOthers() {
  const user = useUser()
  return useColleagues().all.filter(({ id, roles }) => id !== user.id && roles.some((role) => role !== 'viewer'))
}
