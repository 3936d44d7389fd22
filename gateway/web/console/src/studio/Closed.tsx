import type { Problem } from '@/api/problem'
import { Button } from '@/ui/Button'
import { useTexts } from './texts'

/** There is nothing to open here, and why. */
export function Closed({ problem }: { problem: Problem }) {
  const { t } = useTexts()
  const why = problem.status === 404 ? 'open.missing' : problem.status === 401 ? 'open.signedOut' : 'open.failed'
  return (
    <div className="grid h-full place-items-center p-8 text-center">
      <div className="flex max-w-sm flex-col items-center gap-4">
        <p role="alert">{t(why)}</p>
        <Button onClick={() => window.location.reload()}>{t('open.retry')}</Button>
      </div>
    </div>
  )
}

/** A moment of patience, in the shape of what will come. */
export function Opening() {
  const { t } = useTexts()
  return (
    <div className="flex h-full flex-col" aria-busy="true">
      <p role="status" className="sr-only">{t('open.wait')}</p>
      <div className="h-14 border-b border-line bg-card" />
      <div className="flex flex-1 gap-4 p-4">
        <div className="hidden flex-2 animate-pulse rounded-xl bg-raised md:block" />
        <div className="flex-3 animate-pulse rounded-xl bg-raised" />
      </div>
    </div>
  )
}
