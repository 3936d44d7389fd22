import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { queries } from '@/api/queries'
import { I18n } from '@/i18n/I18n'
import { router } from './router'

export function App() {
  return (
    <CSPProvider disableStyleElements>
      <I18n>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18n>
    </CSPProvider>
  )
}
