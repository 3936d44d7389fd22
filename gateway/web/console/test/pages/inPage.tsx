import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactNode, Suspense } from 'react'

/** Draws a part of a page as the shell would, with nothing read yet, and waits for its texts. */
export async function inPage(part: ReactNode, client = new QueryClient({ defaultOptions: { queries: { retry: false } } })) {
  await act(async () => {
    render(
      <QueryClientProvider client={client}>
        <Suspense>{part}</Suspense>
      </QueryClientProvider>,
    )
  })
  return { user: userEvent.setup({ delay: null }), client }
}
