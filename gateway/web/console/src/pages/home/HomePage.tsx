import { useQuery } from '@tanstack/react-query'
import { me } from '@/api/me'

export function HomePage() {
  const { data } = useQuery(me)
  return <main className="p-8">{data?.name}</main>
}
