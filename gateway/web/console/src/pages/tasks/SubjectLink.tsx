import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { account } from '@/api/accounts'
import type { Subject } from '@/api/tasks'
import { useT } from './texts'

const CLASS = 'text-accent underline-offset-2 hover:underline'

/** Whom something is about, as a way there; what has no page is only named. */
export function SubjectLink({ subject: { type, id } }: { subject: Subject }) {
  const t = useT()
  if (type === 'lead') {
    return (
      <Link to="/leads/$id" params={{ id }} className={CLASS}>
        {t('subject.lead')}
      </Link>
    )
  }
  if (type === 'account') {
    return <AccountLink id={id} />
  }
  return <span>{type === 'contact' ? t('subject.contact') : type}</span>
}

/** An account by its name, as soon as that is known. */
function AccountLink({ id }: { id: string }) {
  const t = useT()
  const { data } = useQuery(account(id))
  return (
    <Link to="/accounts/$id" params={{ id }} className={CLASS}>
      {data === undefined ? t('subject.account') : <bdi>{data.account.details.name}</bdi>}
    </Link>
  )
}
