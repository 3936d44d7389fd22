import { Link } from '@tanstack/react-router'
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
    return (
      <Link to="/accounts/$id" params={{ id }} className={CLASS}>
        {t('subject.account')}
      </Link>
    )
  }
  return <span>{type === 'contact' ? t('subject.contact') : type}</span>
}
