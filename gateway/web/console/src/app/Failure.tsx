import { useT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { problemKey } from './problem-key'

/** Stands where something could not be fetched, with another try. */
export function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useT()
  return (
    <div role="alert">
      <EmptyState icon="warning" title={t('problem.title')} action={<Button onClick={onRetry}>{t('app.retry')}</Button>}>
        {t(problemKey(error))}
      </EmptyState>
    </div>
  )
}
