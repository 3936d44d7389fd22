import { lazy, Suspense } from 'react'
import { Page } from '@/app/Page'
import { useUser } from '@/app/user'
import { PageSkeleton } from '../records/PageSkeleton'
import { SessionsCard } from './SessionsCard'
import { useT } from './texts'

const PasswordCard = lazy(() => import('./PasswordCard').then((module) => ({ default: module.PasswordCard })))
const TokensCard = lazy(() => import('./TokensCard').then((module) => ({ default: module.TokensCard })))

/** What is one's own: the password, where one is signed in, and tokens for scripts. */
export function AccountPage() {
  const t = useT()
  const user = useUser()
  return (
    <Page title={t('account')} lead={<bdi dir="ltr">{user.email}</bdi>}>
      <div className="flex flex-col gap-5">
        <Suspense fallback={<PageSkeleton />}>
          <PasswordCard />
          <SessionsCard />
          <TokensCard />
        </Suspense>
      </div>
    </Page>
  )
}
