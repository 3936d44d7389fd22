import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** Reads the records of a kind anew when the server says that one has changed, while the page is there. */
export function useLive(kind: 'profiles' | 'buying-processes' | 'leads' | 'people') {
  const client = useQueryClient()
  useEffect(() => {
    const feed = new EventSource(`/api/v1/${kind}/feed`)
    const refresh = () => void client.invalidateQueries({ queryKey: [kind] })
    // Records of the Studio tell that they changed, leads tell what they are now.
    feed.addEventListener('changed', refresh)
    feed.addEventListener('lead', refresh)
    return () => feed.close()
  }, [client, kind])
}
