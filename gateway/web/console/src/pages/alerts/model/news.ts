import type { InfiniteData } from '@tanstack/react-query'
import type { Alert } from '@/api/alerts'
import type { Page } from '@/api/records'

type Listed = InfiniteData<Page<Alert>>

/** A list in which an alert is what it has become: where it was, above all others when it is new, or gone. */
export function withAlert(known: Listed, alert: Alert, belongs: boolean): Listed {
  const there = known.pages.some(({ items }) => items.some(({ id }) => id === alert.id))
  const pages = known.pages.map((page, place) => ({
    ...page,
    items: [
      ...(belongs && !there && place === 0 ? [alert] : []),
      ...page.items.flatMap((one) => (one.id !== alert.id ? [one] : belongs ? [alert] : [])),
    ],
  }))
  return { ...known, pages }
}
