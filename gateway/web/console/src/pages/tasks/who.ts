import type { Role } from '@/api/me'
import type { Task } from '@/api/tasks'
import { useUser } from '@/app/user'
import { useT } from './texts'

/** The roles something can be given to. */
export const ROLES = ['sales', 'success', 'marketer', 'admin'] as const satisfies Role[]

/** Says whose a task is. */
export function useWhose() {
  const t = useT()
  const user = useUser()
  return ({ assignee, role }: Pick<Task, 'assignee' | 'role'>) => {
    if (assignee !== null) return assignee === user.id ? t('you') : t('colleague')
    return role === null ? t('nobody') : t(`role.${role}`)
  }
}
