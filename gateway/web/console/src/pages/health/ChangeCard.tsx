import type { Health } from '@/api/health'
import { useFormats } from '@/i18n/formats'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Waterfall } from '@/ui/charts/Waterfall'
import { Select } from '@/ui/Select'
import { type Key, useT } from './texts'

export const SPANS = ['7', '30', '90'] as const
export type Span = (typeof SPANS)[number]

/** Why the score moved: what each input did, and what came from other weights, add up to the difference exactly. */
export function ChangeCard({ health, span, onSpan }: { health: Health; span: Span; onSpan: (span: Span) => void }) {
  const t = useT()
  const { day } = useFormats()
  const { change } = health
  const parts = (change?.inputs ?? []).map(({ input, points }) => ({ key: input, label: t(`input.${input}` as Key), points }))
  const other = change && Math.abs(change.reweighting) > 1e-9 ? [{ key: 'reweighting', label: t('reweighting'), points: change.reweighting, note: t('reweightingText') }] : []
  return (
    <Card>
      <CardHeader className="flex-wrap">
        <CardTitle>{t('whyMoved')}</CardTitle>
        <Select<Span> label={t('since')} value={span} options={SPANS.map((value) => ({ value, label: t('lastDays', { days: Number(value) }) }))} onChange={onSpan} />
      </CardHeader>
      <CardContent>
        {change === undefined ? (
          <p className="text-quiet">{t('noChange')}</p>
        ) : parts.length + other.length === 0 ? (
          <p className="text-quiet">{t('notMoved', { day: day(change.since) })}</p>
        ) : (
          <Waterfall
            close
            caption={t('whyMoved')}
            heads={{ part: t('input'), points: t('points') }}
            base={{ label: t('scoreOn', { day: day(change.since) }), points: change.from }}
            parts={[...parts, ...other]}
            total={{ label: t('scoreNow'), points: change.to }}
          />
        )}
      </CardContent>
    </Card>
  )
}
