import { Problem } from '@/api/problem'
import type { Key } from '@/i18n/texts'

/** What to say about something that failed, in words for people; the service's own are for programs. */
export function problemKey(error: unknown): Key {
  if (!(error instanceof Problem)) return 'problem.unknown'
  if (error.isOffline) return 'problem.offline'
  switch (error.status) {
    case 403:
      return 'problem.forbidden'
    case 404:
      return 'problem.notFoundText'
    case 409:
      return 'problem.stale'
    case 422:
      return 'problem.invalid'
    case 429:
      return 'problem.busy'
    case 502:
    case 503:
    case 504:
      return 'problem.away'
    default:
      return 'problem.unknown'
  }
}
