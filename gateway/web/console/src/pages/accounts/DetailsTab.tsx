import type { ReactNode } from 'react'
import type { AccountDetail } from '@/api/accounts'
import { useColleagues } from '@/app/colleagues'
import { useFormats } from '@/i18n/formats'
import { Badge } from '@/ui/Badge'
import { Progress } from '@/ui/Progress'
import { Ago } from '../records/Ago'
import { Fact, Facts } from '../records/Facts'
import { ValueText } from '../records/ValueText'
import { AccountHistory } from './AccountHistory'
import { Documents } from './Documents'
import { useAccountFields } from './fields'
import { Part } from './HealthTab'
import { type Key, useT } from './texts'

const SYSTEMS = ['manual', 'csv', 'chat']

/** What is known of a company, where it is from, what is missing, and who changed what. */
export function DetailsTab({ shown }: { shown: AccountDetail }) {
  const t = useT()
  const { percent, day } = useFormats()
  const { nameOf } = useColleagues()
  const fields = useAccountFields()
  const { details, sources } = shown.account
  const { completeness, freshness } = shown.insight
  const valueOf = (name: string): ReactNode => {
    const value = details[name as keyof typeof details]
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return <span className="text-quiet">{t('notKnown')}</span>
    if (name === 'owner') return <bdi>{nameOf(String(value))}</bdi>
    return <ValueText value={value} />
  }
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
      <Part title={t('details')}>
        <Facts>
          {fields.map(({ name, label }) => {
            const source = sources[name]
            return (
              <Fact
                key={name}
                label={label}
                note={
                  source !== undefined && (
                    <>
                      {t('from', { system: SYSTEMS.includes(source.system) ? t(`system.${source.system}` as Key) : source.system })} · <Ago time={source.at} />
                      {freshness.stale.includes(name) && (
                        <Badge tone="amber" className="ms-2">
                          {t('stale')}
                        </Badge>
                      )}
                    </>
                  )
                }
              >
                {valueOf(name)}
              </Fact>
            )
          })}
        </Facts>
      </Part>
      <div className="flex flex-col gap-5">
        <Part title={t('completeness')} aside={percent(completeness.share)}>
          <Progress done={completeness.share * 100} total={100} label={t('completeness')} />
          {completeness.missing.length > 0 && (
            <p className="mt-3 flex flex-wrap items-center gap-1.5">
              <span className="text-quiet">{t('missing')}</span>
              {completeness.missing.map((name) => (
                <Badge key={name}>{t(`missing.${name}` as Key)}</Badge>
              ))}
            </p>
          )}
        </Part>
        {shown.goals.length > 0 && (
          <Part title={t('goals')}>
            <ul className="divide-y divide-line">
              {shown.goals.map((goal) => (
                <li key={goal.goal} className="flex items-center justify-between gap-3 py-2">
                  <bdi>{goal.name}</bdi>
                  <Badge tone={goal.metOn === undefined ? (goal.dueOn < new Date().toISOString().slice(0, 10) ? 'danger' : 'neutral') : 'accent'}>
                    {goal.metOn === undefined ? t('dueOn', { day: day(goal.dueOn) }) : t('metOn', { day: day(goal.metOn) })}
                  </Badge>
                </li>
              ))}
            </ul>
          </Part>
        )}
        <Part title={t('documents')}>
          <Documents account={shown.account.id} />
        </Part>
        <Part title={t('history')}>
          <AccountHistory id={shown.account.id} />
        </Part>
      </div>
    </div>
  )
}
