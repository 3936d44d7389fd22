import { Link } from '@tanstack/react-router'
import { useT } from '@/i18n/texts'
import { buttonClass } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'

export function NotFound() {
  const t = useT()
  return (
    <main className="pt-[10vh]">
    <EmptyState
      icon="search"
      heading="h1"
      title={t('problem.notFound')}
      action={
        <Link to="/profiles" className={buttonClass()}>
          {t('action.goProfiles')}
        </Link>
      }
    >
      {t('problem.notFoundText')}
    </EmptyState>
    </main>
  )
}
