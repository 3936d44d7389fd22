import { type InfiniteData, type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ALERT_FEED, type Alert } from '@/api/alerts'
import type { Page } from '@/api/records'
import { Feed } from '@/studio/model/feed'
import { openFeed } from '@/studio/model/server'
import { withAlert } from './model/news'

/**
 * Keeps a list of alerts as it is, while it is there: an alert comes, changes and goes as soon as the server knows.
 * What took place while nobody listened is read anew.
 *
 * @param belongs whether an alert is one of the list; the same function every time
 */
export function useAlertFeed(key: QueryKey, belongs: (alert: Alert) => boolean) {
  const client = useQueryClient()
  useEffect(() => {
    const readAnew = () => void client.invalidateQueries({ queryKey: key })
    const feed = new Feed({ feed: openFeed }, ALERT_FEED, {
      event: ({ event, data }) => {
        if (event === 'reload') readAnew()
        if (event === 'alert') {
          const alert = JSON.parse(data) as Alert
          client.setQueryData<InfiniteData<Page<Alert>>>(key, (known) => known && withAlert(known, alert, belongs(alert)))
        }
        return true
      },
      link: (link) => {
        if (link === 'live') readAnew()
      },
      refused: readAnew,
    })
    const back = () => feed.retryNow()
    const gone = () => feed.interrupt()
    addEventListener('online', back)
    addEventListener('offline', gone)
    feed.start()
    return () => {
      feed.close()
      removeEventListener('online', back)
      removeEventListener('offline', gone)
    }
  }, [client, key, belongs])
}
