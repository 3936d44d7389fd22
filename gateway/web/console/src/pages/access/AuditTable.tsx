import type { AuditEntry } from '@/api/audit'
import { Badge } from '@/ui/Badge'
import { Ago } from '../records/Ago'
import { useT } from './texts'

const OK = 300

/** Entries of the trail, one a row. */
export function AuditTable({ entries }: { entries: AuditEntry[] }) {
  const t = useT()
  if (entries.length === 0) return <p className="text-quiet">{t('auditNone')}</p>
  return (
    <div role="region" aria-label={t('audit')} tabIndex={0} className="overflow-x-auto rounded-xl border border-line bg-card">
      <table className="w-full text-start">
        <thead>
          <tr className="border-b border-line text-quiet">
            {(['auditWhen', 'auditWho', 'auditKind', 'auditWhat'] as const).map((column) => (
              <th key={column} scope="col" className="px-4 py-2.5 text-start font-medium">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {entries.map((entry) => (
            <tr key={entry.seq} data-row className="align-top">
              <td className="px-4 py-2.5 whitespace-nowrap">
                <Ago time={entry.at} />
              </td>
              <td className="px-4 py-2.5">
                <bdi>{entry.actorName}</bdi>
                {entry.via === 'token' && <Badge className="ms-2">{t('auditToken')}</Badge>}
              </td>
              <td className="px-4 py-2.5 whitespace-nowrap">
                {t(`audit.${entry.kind}`)}
                {entry.status >= OK && (
                  <Badge tone="danger" className="ms-2">
                    {t('auditRefused')}
                  </Badge>
                )}
              </td>
              <td className="px-4 py-2.5">
                <bdi dir="ltr" className="break-all">
                  {entry.method} {entry.path}
                </bdi>
                {entry.changes.length > 0 && (
                  <bdi dir="ltr" className="block text-quiet">
                    {entry.changes.join(', ')}
                  </bdi>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
