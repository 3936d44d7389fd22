import type { Connector, Sync } from '@/api/integrations'
import { useFormats } from '@/i18n/formats'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Progress } from '@/ui/Progress'
import { Ago } from '../records/Ago'
import { Fact, Facts } from '../records/Facts'
import { useT } from './texts'

/** How reading goes: when it last came to the end, what went wrong, and how far each kind of record is. */
export function SyncPanel({ sync, paused, connector }: { sync: Sync; paused: boolean; connector: Connector | undefined }) {
  const t = useT()
  const { number } = useFormats()
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('sync')}</CardTitle>
      </CardHeader>
      <CardContent>
        {sync.error && (
          <p className="mb-3 rounded-lg bg-amber-soft px-4 py-2.5 text-amber">
            <bdi lang="en" className="block">
              {sync.error.detail}
            </bdi>
            <span className="text-[0.867rem]">{t('byItself', { count: sync.failures })}</span>
          </p>
        )}
        <Facts>
          <Fact label={t('readLast')}>{sync.lastSyncAt ? <Ago time={sync.lastSyncAt} /> : t('notYet')}</Fact>
          {!paused && (
            <Fact label={t('readNext')}>
              {new Date(sync.nextAt) > new Date() ? <Ago time={sync.nextAt} /> : t('atOnce')}
            </Fact>
          )}
          {sync.budget && <Fact label={t('budget')}>{t('budgetOf', { left: number(sync.budget.left), limit: number(sync.budget.limit) })}</Fact>}
        </Facts>
        {sync.feeds.length > 0 && <Feeds sync={sync} connector={connector} />}
      </CardContent>
    </Card>
  )
}

const COUNTS = ['seen', 'added', 'changed', 'deleted'] as const

function Feeds({ sync, connector }: { sync: Sync; connector: Connector | undefined }) {
  const t = useT()
  const { number } = useFormats()
  const label = (feed: string) => connector?.feeds.find(({ name }) => name === feed)?.label ?? feed
  return (
    <div className="mt-3 overflow-x-auto" role="region" aria-label={t('feeds')} tabIndex={0}>
      <table className="w-full border-collapse text-start">
        <caption className="sr-only">{t('feeds')}</caption>
        <thead>
          <tr className="border-b border-line text-[0.8rem] text-quiet">
            <th scope="col" className="py-2 pe-4 text-start font-medium">
              {t('feed')}
            </th>
            {COUNTS.map((count) => (
              <th key={count} scope="col" className="py-2 ps-3 text-end font-medium">
                {t(`count.${count}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sync.feeds.map((feed) => (
            <tr key={feed.feed} className="border-b border-line align-top last:border-0">
              <th scope="row" className="py-2 pe-4 text-start font-normal">
                <bdi>{label(feed.feed)}</bdi>
                {feed.backfilling && (
                  <span className="mt-1 block max-w-48">
                    {feed.total ? (
                      <Progress done={Math.min(feed.seen, feed.total)} total={feed.total} label={t('backfill', { done: feed.seen, total: feed.total })} />
                    ) : (
                      <span className="text-[0.867rem] text-quiet">{t('backfilling')}</span>
                    )}
                  </span>
                )}
              </th>
              {COUNTS.map((count) => (
                <td key={count} className="py-2 ps-3 text-end tabular-nums">
                  {number(feed[count])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
