import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { inviteUser, type NewUser, type PasswordLink, team } from '@/api/access'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { useChange } from '@/app/useChange'
import { isolated } from '@/i18n/translate'
import { Button } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { toast } from '@/ui/toast'
import { PageSkeleton } from '../records/PageSkeleton'
import { useT } from './texts'
import { UserCard } from './UserCard'

const InviteForm = lazy(() => import('./InviteForm').then((module) => ({ default: module.InviteForm })))
const Told = lazy(() => import('./Told').then((module) => ({ default: module.Told })))

/** Who may sign in, and what they may do. */
export function TeamPage() {
  const t = useT()
  const query = useQuery(team)
  const [adding, setAdding] = useState(false)
  const [link, setLink] = useState<string>()
  /** A link that was sent needs nobody to pass it on. */
  const tell = ({ path, sent }: PasswordLink, address: string) => {
    if (path !== null) setLink(path)
    else if (sent) toast({ title: t('linkSent', { address: isolated(address) }) })
  }
  const invite = useChange({
    key: team.queryKey,
    send: async (text: NewUser) => tell((await inviteUser(text)).invitation, text.email),
    done: () => setAdding(false),
  })
  return (
    <Page
      title={t('team')}
      lead={t('teamLead')}
      actions={
        !adding && (
          <Button variant="primary" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {t('invite')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-5">
        <Suspense>
          {adding && <InviteForm busy={invite.isPending} problem={invite.error} onCancel={() => setAdding(false)} onSave={(text) => invite.mutate(text)} />}
        </Suspense>
        {query.error && query.data === undefined ? (
          <Failure error={query.error} onRetry={query.refetch} />
        ) : query.data === undefined ? (
          <PageSkeleton />
        ) : (
          query.data.map((user) => <UserCard key={user.id} user={user} onLink={(link) => tell(link, user.email)} />)
        )}
      </div>
      <Suspense>
        {link !== undefined && (
          <Told title={t('link')} text={t('linkText')} secret={location.origin + link} copyLabel={t('copyLink')} onClose={() => setLink(undefined)} />
        )}
      </Suspense>
    </Page>
  )
}
