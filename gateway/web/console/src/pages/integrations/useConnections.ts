import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type Connection, connections, FEED } from '@/api/integrations'

/** The connections as they are, while the page is there: how far reading is changes by itself. */
export function useConnections() {
  const client = useQueryClient()
  useEffect(() => {
    const feed = new EventSource(FEED)
    feed.addEventListener('connections', ({ data }: MessageEvent<string>) => {
      const { items } = JSON.parse(data) as { items: Connection[] }
      client.setQueryData(connections.queryKey, items)
    })
    return () => feed.close()
  }, [client])
  return useQuery(connections)
}
