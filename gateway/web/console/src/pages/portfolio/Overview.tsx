import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BANDS } from '@/api/lifecycle'
import { healthRows } from '@/api/health'
import type { Group } from '@/api/portfolio'
import { useFormats } from '@/i18n/formats'
import { BAND_GROUND } from '@/ui/charts/bands'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { cn } from '@/ui/cn'
import { Skeleton } from '@/ui/Skeleton'
import { Moved, Score } from '../health/Score'
import { useT as useHealthT } from '../health/texts'
import { KeyMetrics } from './KeyMetrics'
import type { PortfolioSearch } from './search'
import { useT } from './texts'

/** How many customers are in each band, who moved, and the key metrics. */
export function Overview({ all, search, onChange }: { all: Group; search: PortfolioSearch; onChange: (search: PortfolioSearch) => void }) {
  return (
    <div className="flex flex-col gap-5">
      <BandCounts all={all} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <MovedCard sort="change" />
        <MovedCard sort="-change" />
      </div>
      <KeyMetrics chosen={search.metric} onChoose={(metric) => onChange(metric === undefined ? {} : { metric })} />
    </div>
  )
}

/** Each band with its share; a click lists its accounts. */
function BandCounts({ all }: { all: Group }) {
  const t = useT()
  const healthT = useHealthT()
  const { number, percent, money } = useFormats()
  const share = (count: number) => (all.scored === 0 ? 0 : count / all.scored)
  return (
    <section aria-label={t('bands')}>
      <ul className="grid grid-cols-2 gap-3 md:grid-cols-4">
        {BANDS.map((band) => {
          const count = all.bands[band] ?? 0
          return (
            <li key={band} className="relative overflow-hidden rounded-xl border border-line bg-card px-5 py-4 hover:bg-raised/60">
              <span aria-hidden="true" className={cn('absolute inset-x-0 top-0 h-1', BAND_GROUND[band])} />
              <Link to="/accounts" search={{ list: 'health', band }} className="text-quiet no-underline after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent">
                {healthT(`band.${band}`)}
                <span className="flex items-baseline gap-2 text-2xl font-semibold text-ink tabular-nums">
                  <span>{number(count)}</span>
                  <span className="text-[0.867rem] font-normal text-quiet">{percent(share(count))}</span>
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
      <p className="mt-3 text-quiet">
        {[
          t('ofAccounts', { count: all.accounts }),
          all.accounts > all.scored && t('unscored', { count: number(all.accounts - all.scored) }),
          all.meanScore !== null && all.meanScore !== undefined && t('mean', { score: number(all.meanScore) }),
          ...Object.entries(all.revenue).map(([currency, amount]) => t('revenue', { amount: money(amount, currency) })),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </section>
  )
}

const SHOWN = 5

/** Who moved most within a week, downwards or upwards. */
function MovedCard({ sort }: { sort: 'change' | '-change' }) {
  const t = useT()
  const down = sort === 'change'
  const { data } = useInfiniteQuery(healthRows({ sort }, SHOWN))
  const rows = data?.pages[0]?.items.filter(({ change7d = 0 }) => (down ? change7d < -0.05 : change7d > 0.05))
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t(down ? 'movedDown' : 'movedUp')}</CardTitle>
        <Link to="/accounts" search={{ list: 'health', sort }} className="text-[0.867rem] text-accent underline-offset-2 hover:underline">
          {t('all')}
        </Link>
      </CardHeader>
      <CardContent>
        {rows === undefined ? (
          <Skeleton className="h-24" />
        ) : rows.length === 0 ? (
          <p className="text-quiet">{t('nobodyMoved')}</p>
        ) : (
          <ul className="divide-y divide-line">
            {rows.map((row) => (
              <li key={row.account} className="flex items-center justify-between gap-3 py-2">
                <Link to="/accounts/$id" params={{ id: row.account }} className="min-w-0 truncate text-ink underline-offset-2 hover:underline">
                  <bdi>{row.name}</bdi>
                </Link>
                <span className="flex items-center gap-3">
                  <Score score={row.score} band={row.band} />
                  <Moved points={row.change7d} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </CardContent>
    </Card>
  )
}
