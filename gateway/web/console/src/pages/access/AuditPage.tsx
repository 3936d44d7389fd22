import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { AUDIT_EXPORT, AUDIT_KINDS, auditTrail } from '@/api/audit'
import { Failure } from '@/app/Failure'
import { Page } from '@/app/Page'
import { Button, buttonClass } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { Select } from '@/ui/Select'
import { PageSkeleton } from '../records/PageSkeleton'
import { AuditTable } from './AuditTable'
import { useT } from './texts'
import { VerifyCard } from './VerifyCard'

const route = getRouteApi('/signed-in/audit')

/** Who did and saw what. */
export function AuditPage() {
  const t = useT()
  const { kind } = route.useSearch()
  const navigate = useNavigate()
  const query = useInfiniteQuery(auditTrail(kind))
  const entries = query.data?.pages.flatMap(({ items }) => items)
  return (
    <Page
      title={t('audit')}
      lead={t('auditLead')}
      actions={
        <a className={buttonClass()} href={kind === undefined ? AUDIT_EXPORT : `${AUDIT_EXPORT}?kind=${kind}`} download="audit.csv">
          <Icon name="download" />
          {t('auditExport')}
        </a>
      }
    >
      <div className="flex flex-col gap-5">
        <VerifyCard />
        <Select
          label={t('auditKind')}
          className="self-start"
          value={kind ?? 'all'}
          options={(['all', ...AUDIT_KINDS] as const).map((value) => ({ value, label: t(`audit.${value}`) }))}
          onChange={(value) => void navigate({ to: '/audit', search: value === 'all' ? {} : { kind: value } })}
        />
        {query.error && entries === undefined ? (
          <Failure error={query.error} onRetry={query.refetch} />
        ) : entries === undefined ? (
          <PageSkeleton />
        ) : (
          <AuditTable entries={entries} />
        )}
        {query.hasNextPage && (
          <Button className="self-center" onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
            {t('auditMore')}
          </Button>
        )}
      </div>
    </Page>
  )
}
