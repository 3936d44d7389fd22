import { useT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { problemKey } from './problem-key'

/** Stands where a page broke; everything else on the screen goes on. */
export function Crash({ error }: { error: unknown }) {
  const t = useT()
  return (
    <div role="alert" className="pt-[10vh]">
      <EmptyState
        icon="warning"
        heading="h1"
        title={t('problem.page')}
        action={<Button onClick={() => location.reload()}>{t('problem.reload')}</Button>}
      >
        {t(problemKey(error))}
      </EmptyState>
    </div>
  )
}
