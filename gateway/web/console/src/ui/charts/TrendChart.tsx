import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import { useFormats } from '@/i18n/formats'
import { useLanguage } from '@/i18n/I18n'
import { LANGUAGES } from '@/i18n/languages'
import { cn } from '../cn'
import { BAND_FILL, BAND_FROM } from './bands'
import { dayNumber, marksByDay, monthTicks, runs, type TrendDay, type TrendMark } from './trend'
import { useReading } from './useReading'
import { useWidth } from './useWidth'

const HEIGHT = 220
const EDGE = { top: 12, end: 12, bottom: 24, start: 34 }

type TrendChartProps = {
  label: string
  days: TrendDay[]
  marks?: TrendMark[]
  /** All there is to say of a day. */
  say: (day: TrendDay, marks: TrendMark[]) => string
}

/** Scores over days on the ground of their bands, what happened on them, and where they lead. Arrow keys read day by day. */
export function TrendChart({ label, days, marks = [], say }: TrendChartProps) {
  const { shortDay, number } = useFormats()
  const [language] = useLanguage()
  const [ref, width] = useWidth<HTMLDivElement>()
  const rtl = LANGUAGES[language].dir === 'rtl'
  const marked = marksByDay(days, marks)
  const saying = (place: number) => {
    const day = days[place]
    return day === undefined ? '' : say(day, marked.get(place) ?? [])
  }
  const { at, read, slider } = useReading(days.length, saying)
  const first = days[0]
  const last = days.at(-1)
  if (first === undefined || last === undefined) return null

  const [left, right] = [EDGE.start, Math.max(EDGE.start + 1, width - EDGE.end)]
  const span = [dayNumber(first.day), Math.max(dayNumber(last.day), dayNumber(first.day) + 1)]
  const x = scaleLinear(span, rtl ? [width - left, width - right] : [left, right])
  const y = scaleLinear([0, 100], [HEIGHT - EDGE.bottom, EDGE.top])
  const ofDay = ({ day }: TrendDay) => x(dayNumber(day))
  const draw = line<TrendDay>().x(ofDay).y(({ score = 0 }) => y(score))
  const known = days.filter(({ forecast }) => !forecast)
  const ahead = days.filter(({ forecast }) => forecast)
  const bridge = known.at(-1)
  const expected = bridge?.score === undefined || ahead.length === 0 ? ahead : [{ ...bridge, low: bridge.score, high: bridge.score }, ...ahead]
  const around = area<TrendDay>().x(ofDay).y0(({ low = 0 }) => y(low)).y1(({ high = 0 }) => y(high))
  const shown = at === null ? undefined : days[at]
  const near = (clientX: number, box: DOMRect) => {
    const wanted = x.invert(clientX - box.left)
    let best = 0
    days.forEach(({ day }, place) => {
      if (Math.abs(dayNumber(day) - wanted) < Math.abs(dayNumber(days[best]?.day ?? day) - wanted)) best = place
    })
    return best
  }

  return (
    <div ref={ref} className="min-w-0">
      <div
        {...slider}
        aria-label={label}
        className="rounded-lg"
        onPointerMove={(event) => read(near(event.clientX, event.currentTarget.getBoundingClientRect()))}
        onPointerLeave={() => read(null)}
      >
        <svg width={width} height={HEIGHT} aria-hidden="true" className="block overflow-visible">
          {BAND_FROM.map(({ band, from, to }) => (
            <rect key={band} x={rtl ? width - right : left} width={right - left} y={y(to)} height={y(from) - y(to)} className={cn(BAND_FILL[band], 'opacity-8')} />
          ))}
          {[0, 40, 60, 80, 100].map((score) => (
            <g key={score}>
              <line x1={rtl ? width - right : left} x2={rtl ? width - left : right} y1={y(score)} y2={y(score)} className="stroke-line" />
              <text x={rtl ? width - left + 6 : left - 6} y={y(score)} dy="0.32em" textAnchor="end" className="fill-quiet text-[11px]">
                {number(score)}
              </text>
            </g>
          ))}
          {monthTicks(first.day, last.day, width / 90).map((day) => (
            <text key={day} x={x(dayNumber(day))} y={HEIGHT - 6} textAnchor="middle" className="fill-quiet text-[11px]">
              {shortDay(day)}
            </text>
          ))}
          {expected.length > 1 && <path d={around(expected) ?? ''} className="fill-ink opacity-10" />}
          {expected.length > 1 && <path d={draw(expected) ?? ''} className="fill-none stroke-ink/70 stroke-[1.5] [stroke-dasharray:4_4]" />}
          {runs(known).map((run) =>
            run.length === 1 && run[0] ? (
              <circle key={run[0].day} cx={ofDay(run[0])} cy={y(run[0].score ?? 0)} r="3" className="fill-ink" />
            ) : (
              <path key={run[0]?.day} d={draw(run) ?? ''} className="fill-none stroke-ink stroke-2" />
            ),
          )}
          {[...marked].map(([place, found]) => {
            const day = days[place]
            if (day === undefined) return null
            const alert = found.some(({ kind }) => kind === 'alert')
            return (
              <path
                key={place}
                transform={`translate(${ofDay(day)} ${y(day.score ?? 50) - 12})`}
                d={alert ? 'M-1 10V-6H7L5 -2.5L7 1H1V10Z' : 'M0 -6L5 0L0 6L-5 0Z'}
                className={cn('stroke-card', alert ? 'fill-danger' : 'fill-accent')}
              />
            )
          })}
          {shown && (
            <g className="pointer-events-none">
              <line x1={ofDay(shown)} x2={ofDay(shown)} y1={EDGE.top} y2={HEIGHT - EDGE.bottom} className="stroke-ink/50" />
              {shown.score !== undefined && <circle cx={ofDay(shown)} cy={y(shown.score)} r="4.5" className="fill-card stroke-ink stroke-2" />}
            </g>
          )}
        </svg>
      </div>
      <p aria-hidden="true" className="mt-1 min-h-6 text-[0.867rem] text-quiet">
        {at === null ? null : saying(at)}
      </p>
    </div>
  )
}
