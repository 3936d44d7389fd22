import { Page } from '@/app/Page'
import { useUser } from '@/app/user'
import { PasswordCard } from './PasswordCard'
import { SessionsCard } from './SessionsCard'
import { useT } from './texts'
import { TokensCard } from './TokensCard'

/** What is one's own: the password, where one is signed in, and tokens for scripts. */
export function AccountPage() {
  const t = useT()
  const user = useUser()
  return (
    <Page title={t('account')} lead={<bdi dir="ltr">{user.email}</bdi>}>
      <div className="flex flex-col gap-5">
        <PasswordCard />
        <SessionsCard />
        <TokensCard />
      </div>
    </Page>
  )
}
