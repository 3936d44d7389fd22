import { useQuery } from '@tanstack/react-query'
import { colleagues } from '@/api/colleagues'
import { useUser } from './user'

/** Who works here, and what they are called; a name that is not known is shown as it is kept. */
export function useColleagues() {
  const user = useUser()
  const { data = [] } = useQuery(colleagues)
  const all = data.length > 0 ? data.filter(({ disabled }) => !disabled) : [{ ...user, disabled: false }]
  const names = new Map([...data.map(({ id, name }) => [id, name || id] as const), [user.id, user.name || user.email]])
  return { all, nameOf: (id: string) => names.get(id) ?? id }
}
