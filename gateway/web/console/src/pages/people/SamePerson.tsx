import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { mergePeople, type PersonDetail, type PersonFields, type Suggestion, suggestions, unmergePeople } from '@/api/people'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useT as useShellT } from '@/i18n/texts'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { toast } from '@/ui/toast'
import { Ago } from '../records/Ago'
import { type Key, useT } from './texts'

const MergePreview = lazy(() => import('./MergePreview').then((module) => ({ default: module.MergePreview })))
const REASONS = ['same-device', 'same-name-and-company']

/** Who may be the same person, and who turned out to be. */
export function SamePerson({ shown, fields }: { shown: PersonDetail; fields: PersonFields | undefined }) {
  const t = useT()
  const shellT = useShellT()
  const { roles } = useUser()
  const writes = ['sales', 'success', 'admin'].some((role) => (roles as string[]).includes(role))
  const alike = useQuery(suggestions(shown.id))
  const [other, setOther] = useState<Suggestion>()
  const key = ['people']
  const apart = useChange({ key, send: (id: string) => unmergePeople(shown.id, id), done: () => toast({ title: t('apart') }) })
  const merge = useChange({
    key,
    send: (id: string) => mergePeople(shown.id, id),
    done: (id) => {
      setOther(undefined)
      toast({ title: t('merged'), undo: { label: shellT('app.undo'), onClick: () => apart.mutate(id) } })
    },
  })
  if ((alike.data?.length ?? 0) === 0 && shown.merged.length === 0) {
    return (
      <EmptyState icon="people" title={t('nobodyAlike')}>
        {t('nobodyAlikeText')}
      </EmptyState>
    )
  }
  return (
    <div className="flex flex-col gap-5">
      <ul className="divide-y divide-line rounded-xl border border-line bg-card px-5">
        {alike.data?.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-3 py-3">
            <span className="min-w-0 flex-1">
              <bdi className="block font-medium">{one.name ?? one.email ?? t('unnamed')}</bdi>
              <bdi className="block text-[0.867rem] text-quiet">{[one.company, one.name && one.email].filter(Boolean).join(' · ')}</bdi>
            </span>
            {one.reasons.map((reason) => (
              <Badge key={reason}>{REASONS.includes(reason) ? t(`reason.${reason}` as Key) : reason}</Badge>
            ))}
            {writes && <Button size="sm" onClick={() => setOther(one)}>{t('compare')}</Button>}
          </li>
        ))}
        {shown.merged.map(({ id, name, at }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 py-3">
            <span className="min-w-0 flex-1">
              {t('wasMerged')} <Ago time={at} />
              {name && <bdi className="text-quiet"> · {name}</bdi>}
            </span>
            {writes && (
              <Button size="sm" onClick={() => apart.mutate(id)} disabled={apart.isPending}>
                {t('takeApart')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {other !== undefined && (
        <Suspense>
          <MergePreview id={shown.id} other={other} fields={fields} busy={merge.isPending} onClose={() => setOther(undefined)} onMerge={() => merge.mutate(other.id)} />
        </Suspense>
      )}
    </div>
  )
}
