import type { AuditEntry } from '@/api/audit'
import { useT as useShellT } from '@/i18n/texts'
import { Badge } from '@/ui/Badge'
import { cn } from '@/ui/cn'
import { Ago } from '../records/Ago'
import { areaOf } from './area'
import { useT } from './texts'

const OK = 300

/** Columns a phone has no room for; there what they say stands below what was done. */
const WIDE = 'hidden @2xl:table-cell'

/** Entries of the trail, one a row. */
export function AuditTable({ entries }: { entries: AuditEntry[] }) {
  const t = useT()
  if (entries.length === 0) return <p className="text-quiet">{t('auditNone')}</p>
  return (
    <div role="region" aria-label={t('audit')} tabIndex={0} className="@container overflow-x-auto rounded-xl border border-line bg-card">
      <table className="w-full text-start">
        <thead>
          <tr className="border-b border-line text-quiet">
            {(['auditWhen', 'auditWho', 'auditKind', 'auditWhat'] as const).map((column) => (
              <th key={column} scope="col" className={cn('px-4 py-2.5 text-start font-medium', column !== 'auditWhat' && WIDE)}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {entries.map((entry) => (
            <tr key={entry.seq} data-row className="align-top">
              <td className={cn('px-4 py-2.5 whitespace-nowrap', WIDE)}>
                <Ago time={entry.at} />
              </td>
              <td className={cn('px-4 py-2.5', WIDE)}>
                <Who entry={entry} />
              </td>
              <td className={cn('px-4 py-2.5 whitespace-nowrap', WIDE)}>
                <Kind entry={entry} />
              </td>
              <td className="px-4 py-2.5">
                <What entry={entry} />
                <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.867rem] text-quiet @2xl:hidden">
                  <span>
                    <Kind entry={entry} />
                  </span>
                  <span>
                    <Who entry={entry} />
                  </span>
                  <Ago time={entry.at} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Shown = { entry: AuditEntry }

function Who({ entry }: Shown) {
  const t = useT()
  return (
    <>
      <bdi>{entry.actorName}</bdi>
      {entry.via === 'token' && <Badge className="ms-2">{t('auditToken')}</Badge>}
    </>
  )
}

function Kind({ entry }: Shown) {
  const t = useT()
  return (
    <>
      {t(`audit.${entry.kind}`)}
      {entry.status >= OK && (
        <Badge tone="danger" className="ms-2">
          {t('auditRefused')}
        </Badge>
      )}
    </>
  )
}

/** The part of Rapport in words, and exactly what was asked of it. */
function What({ entry }: Shown) {
  const shellT = useShellT()
  const area = areaOf(entry.path)
  return (
    <>
      {area !== undefined && <span className="block">{shellT(area)}</span>}
      <bdi dir="ltr" className={cn('block break-all', area !== undefined && 'text-[0.867rem] text-quiet')}>
        {entry.method} {entry.path}
      </bdi>
      {entry.changes.length > 0 && (
        <bdi dir="ltr" className="block text-[0.867rem] text-quiet">
          {entry.changes.join(', ')}
        </bdi>
      )}
    </>
  )
}
