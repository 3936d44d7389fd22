import { QueryClient } from '@tanstack/react-query'
import { Problem } from './problem'

/** What the console has read, and when it asks again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 2 && mayPass(error),
      retryDelay: (attempt, error) => waitOf(error) ?? 1000 * 2 ** attempt,
    },
    mutations: { retry: false },
  },
})

/** What is refused stays refused; silence and overload may pass. */
function mayPass(error: unknown): boolean {
  return !(error instanceof Problem) || error.isOffline || error.status === 429 || error.status >= 502
}

function waitOf(error: unknown): number | null {
  return error instanceof Problem && error.retryAfter !== null ? error.retryAfter * 1000 : null
}
