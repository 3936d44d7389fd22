import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Metric, metricRows } from '@/api/portfolio'
import { Failure } from '@/app/Failure'
import { useFormats } from '@/i18n/formats'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { PlainTable } from '@/ui/charts/PlainTable'
import { Dialog } from '@/ui/Dialog'
import { Skeleton } from '@/ui/Skeleton'
import { useMetricValue } from './KeyMetrics'
import { type Key, useT } from './texts'

/** A metric, how it is reckoned, and every account that counts in it. */
export function MetricDialog({ metric, onClose }: { metric: Metric; onClose: () => void }) {
  const t = useT()
  const shellT = useShellT()
  const { number } = useFormats()
  const value = useMetricValue()
  const query = useInfiniteQuery(metricRows(metric.metric))
  const rows = query.data?.pages.flat()
  const parts = Object.keys(rows?.[0]?.parts ?? {})
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`${t(`metric.${metric.metric}` as Key)}: ${value(metric)}`}
      description={t(`formula.${metric.metric}` as Key)}
      closeLabel={shellT('app.close')}
      className="max-w-2xl"
    >
      {query.error && rows === undefined ? (
        <Failure error={query.error} onRetry={query.refetch} />
      ) : rows === undefined ? (
        <Skeleton className="h-40" />
      ) : rows.length === 0 ? (
        <p className="py-4 text-quiet">{t('noRows')}</p>
      ) : (
        <PlainTable
          caption={t('rows')}
          rows={rows}
          rowKey={({ account }) => account}
          columns={[
            {
              key: 'name',
              title: t('account'),
              cell: ({ account, name }) => (
                <Link to="/accounts/$id" params={{ id: account }} className="text-ink underline underline-offset-2">
                  <bdi>{name}</bdi>
                </Link>
              ),
            },
            ...parts.map((part) => ({ key: part, title: t(`part.${part}` as Key), number: true, cell: (row: { parts: Record<string, number> }) => number(row.parts[part] ?? 0) })),
          ]}
        />
      )}
      {query.hasNextPage && (
        <div className="mt-3 flex justify-center">
          <Button size="sm" onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
            {shellT('app.more')}
          </Button>
        </div>
      )}
    </Dialog>
  )
}
