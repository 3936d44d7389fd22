import { useQuery } from '@tanstack/react-query'
import { colleagues } from '@/api/colleagues'
import { useUser } from './user'

/** Who works here, as far as one may know, and what they are called; a name that is not known is shown as it is kept. */
export function useColleagues() {
  const user = useUser()
  const { data = [] } = useQuery({ ...colleagues, enabled: user.roles.includes('admin') })
  const all = data.length > 0 ? data.filter(({ disabled }) => !disabled) : [user]
  const names = new Map([...data, user].map(({ id, name, email }) => [id, name || email]))
  return { all, nameOf: (id: string) => names.get(id) ?? id }
}
