import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { BANDS } from '@/api/lifecycle'
import { COHORTS, type CohortBy } from '@/api/cohortKinds'
import { cohorts } from '@/api/portfolio'
import { useColleagues } from '@/app/colleagues'
import { Failure } from '@/app/Failure'
import { useFormats } from '@/i18n/formats'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Select } from '@/ui/Select'
import { Skeleton } from '@/ui/Skeleton'
import { useT as useHealthT } from '../health/texts'
import { useT } from './texts'

/** Customers in groups: what share of each is in which band, the more the darker. A table in colours, so it needs no twin. */
export function CohortsTab({ by, onBy }: { by: CohortBy; onBy: (by: CohortBy) => void }) {
  const t = useT()
  const healthT = useHealthT()
  const { number, score, percent, money } = useFormats()
  const { nameOf } = useColleagues()
  const query = useQuery({ ...cohorts(by), placeholderData: keepPreviousData })
  if (query.error && query.data === undefined) return <Failure error={query.error} onRetry={query.refetch} />
  const head = 'px-2 py-2 text-[0.8rem] font-medium text-quiet'
  const groupName = (name: string) => (name === 'unknown' ? t('unknown') : by === 'owner' ? nameOf(name) : name)
  return (
    <Card>
      <CardHeader className="flex-wrap">
        <CardTitle>{t('cohortsBy')}</CardTitle>
        <Select<CohortBy> label={t('groupBy')} value={by} options={COHORTS.map((value) => ({ value, label: t(`by.${value}`) }))} onChange={onBy} />
      </CardHeader>
      <CardContent>
        {query.data === undefined ? (
          <Skeleton className="h-48" />
        ) : (
          <div role="group" aria-label={t('cohortsBy')} tabIndex={0} className="overflow-x-auto rounded-md">
            <table className="w-full border-separate border-spacing-1">
              <caption className="sr-only">{t('cohortsBy')}</caption>
              <thead>
                <tr>
                  <th scope="col" className={`${head} text-start`}>
                    {t(`by.${by}`)}
                  </th>
                  <th scope="col" className={`${head} text-end`}>
                    {t('accounts')}
                  </th>
                  {BANDS.map((band) => (
                    <th key={band} scope="col" className={`${head} text-center`}>
                      {healthT(`band.${band}`)}
                    </th>
                  ))}
                  <th scope="col" className={`${head} text-end`}>
                    {t('meanScore')}
                  </th>
                  <th scope="col" className={`${head} text-end max-sm:hidden`}>
                    {t('mayBeLost')}
                  </th>
                  <th scope="col" className={`${head} text-end max-sm:hidden`}>
                    {t('aYear')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {query.data.map((group) => (
                  <tr key={group.name}>
                    <th scope="row" className="px-2 py-1 text-start font-normal">
                      <bdi>{groupName(group.name)}</bdi>
                    </th>
                    <td className="px-2 py-1 text-end tabular-nums">{number(group.accounts)}</td>
                    {BANDS.map((band) => {
                      const count = group.bands[band] ?? 0
                      const share = group.scored === 0 ? 0 : count / group.scored
                      return (
                        <td key={band} className="relative h-10 min-w-16 overflow-hidden rounded-md bg-raised/60 px-2 py-1 text-center tabular-nums">
                          <span aria-hidden="true" className={`absolute inset-0 ${GROUNDS[band]}`} style={{ opacity: share * DARKEST }} />
                          <span className="relative">
                            {percent(share)} <span className="text-[0.8rem]">({number(count)})</span>
                          </span>
                        </td>
                      )
                    })}
                    <td className="px-2 py-1 text-end tabular-nums">{group.meanScore == null ? '–' : score(group.meanScore)}</td>
                    <td className="px-2 py-1 text-end tabular-nums max-sm:hidden">{group.meanChurn == null ? '–' : percent(group.meanChurn)}</td>
                    <td className="px-2 py-1 text-end whitespace-nowrap tabular-nums max-sm:hidden">
                      {Object.entries(group.revenue).map(([currency, amount]) => (
                        <span key={currency} className="block">
                          {money(amount, currency)}
                        </span>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </CardContent>
    </Card>
  )
}

/** So dark at most that the text above can still be read. */
const DARKEST = 0.38
const GROUNDS = { excellent: 'bg-accent', good: 'bg-accent', 'at-risk': 'bg-amber', critical: 'bg-danger' } as const
