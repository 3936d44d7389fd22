import { useNavigate } from '@tanstack/react-router'
import { scaleLinear } from 'd3-scale'
import { useMemo } from 'react'
import type { RiskRow } from '@/api/portfolio'
import { useFormats } from '@/i18n/formats'
import { useLanguage } from '@/i18n/I18n'
import { LANGUAGES } from '@/i18n/languages'
import { isolated } from '@/i18n/translate'
import { BAND_FILL, BAND_FROM, bandOf } from '@/ui/charts/bands'
import { useReading } from '@/ui/charts/useReading'
import { useWidth } from '@/ui/charts/useWidth'
import { cn } from '@/ui/cn'
import { spots } from './model/scatter'
import { useT } from './texts'

const HEIGHT = 320
const EDGE = { top: 16, end: 24, bottom: 42, start: 38 }

/** Who renews soon and does badly, and pays much: below and near. Arrow keys read account by account, Enter opens one. */
export function RiskScatter({ rows, today }: { rows: RiskRow[]; today: Date }) {
  const t = useT()
  const navigate = useNavigate()
  const { number, money } = useFormats()
  const [language] = useLanguage()
  const rtl = LANGUAGES[language].dir === 'rtl'
  const [ref, width] = useWidth<HTMLDivElement>()
  const all = useMemo(() => spots(rows, today), [rows, today])
  const say = (place: number) => {
    const spot = all[place]
    if (spot === undefined) return ''
    const { name, revenue, currency } = spot.row
    return t('spot', { name: isolated(name), score: number(spot.score), days: number(spot.days), revenue: money(revenue, currency) })
  }
  const { at, read, slider } = useReading(all.length, say)
  const [left, right] = [EDGE.start, Math.max(EDGE.start + 1, width - EDGE.end)]
  const x = scaleLinear([0, 365], rtl ? [width - left, width - right] : [left, right])
  const y = scaleLinear([0, 100], [HEIGHT - EDGE.bottom, EDGE.top])
  const open = (place: number | null) => {
    const spot = place === null ? undefined : all[place]
    if (spot !== undefined) void navigate({ to: '/accounts/$id', params: { id: spot.row.account } })
  }
  return (
    <div ref={ref} className="min-w-0">
      <div
        {...slider}
        aria-label={t('scatterLabel')}
        className="rounded-lg"
        onPointerLeave={() => read(null)}
        onKeyDown={(event) => (event.key === 'Enter' ? open(at) : slider.onKeyDown(event))}
      >
        <svg width={width} height={HEIGHT} aria-hidden="true" className="block">
          {BAND_FROM.map(({ band, from, to }) => (
            <rect key={band} x={Math.min(x(0), x(365))} width={right - left} y={y(to)} height={y(from) - y(to)} className={cn(BAND_FILL[band], 'opacity-8')} />
          ))}
          {[0, 40, 60, 80, 100].map((score) => (
            <text key={score} x={rtl ? width - left + 6 : left - 6} y={y(score)} dy="0.32em" textAnchor="end" className="fill-quiet text-[11px]">
              {number(score)}
            </text>
          ))}
          {[0, 90, 180, 270, 365].map((days) => (
            <g key={days}>
              <line x1={x(days)} x2={x(days)} y1={EDGE.top} y2={HEIGHT - EDGE.bottom} className="stroke-line" />
              <text x={x(days)} y={HEIGHT - 25} textAnchor="middle" className="fill-quiet text-[11px]">
                {number(days)}
              </text>
            </g>
          ))}
          <text x={width / 2} y={HEIGHT - 7} textAnchor="middle" className="fill-quiet text-[11px]">
            {t('daysToRenewal')}
          </text>
          {all.map((spot, place) => (
            <circle
              key={spot.row.account}
              cx={x(spot.days)}
              cy={y(spot.score)}
              r={spot.radius}
              onPointerEnter={() => read(place)}
              onClick={() => open(place)}
              className={cn(BAND_FILL[bandOf(spot.score)], 'cursor-pointer stroke-card opacity-70', at === place && 'stroke-ink stroke-2 opacity-100')}
            />
          ))}
        </svg>
      </div>
      <p aria-hidden="true" className="mt-1 min-h-6 text-[0.867rem] text-quiet">
        {at === null ? t('scatterHint') : say(at)}
      </p>
    </div>
  )
}
