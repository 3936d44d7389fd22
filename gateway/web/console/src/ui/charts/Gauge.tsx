import { useLanguage } from '@/i18n/I18n'
import { LANGUAGES } from '@/i18n/languages'
import { cn } from '../cn'
import { BAND_FILL, BAND_FROM, bandOf } from './bands'

const OUTER = 100
const INNER = 82
/** A score as an angle: half a circle, from the left over the top to the right. */
const angle = (score: number) => (score / 100 - 0.5) * Math.PI

const point = (radius: number, score: number) => `${(radius * Math.sin(angle(score))).toFixed(2)} ${(-radius * Math.cos(angle(score))).toFixed(2)}`

/** A part of the half ring, with a little room to its neighbours. */
function ring(from: number, to: number): string {
  const [begin, end] = [from === 0 ? 0 : from + 0.4, to === 100 ? 100 : to - 0.4]
  return `M${point(OUTER, begin)}A${OUTER} ${OUTER} 0 0 1 ${point(OUTER, end)}L${point(INNER, end)}A${INNER} ${INNER} 0 0 0 ${point(INNER, begin)}Z`
}

/** A score on its scale of bands. It is read as `label`; the number stands in it. */
export function Gauge({ score, text, label }: { score: number | undefined; text: string; label: string }) {
  const [language] = useLanguage()
  const rtl = LANGUAGES[language].dir === 'rtl'
  const reached = score === undefined ? undefined : bandOf(score)
  const at = score === undefined ? 0 : angle(score)
  return (
    <svg viewBox="-104 -106 208 122" role="img" aria-label={label} className="w-full max-w-64">
      <g transform={rtl ? 'scale(-1 1)' : 'scale(1 1)'}>
        {BAND_FROM.map((band) => (
          <path key={band.band} d={ring(band.from, band.to)} className={cn(BAND_FILL[band.band], band.band !== reached && 'opacity-25')} />
        ))}
        {score !== undefined && (
          <g transform={`rotate(${(at * 180) / Math.PI})`}>
            <path d="M0 -78 L7 -62 L-7 -62 Z" className="fill-ink" />
          </g>
        )}
      </g>
      <text y="-8" textAnchor="middle" className="fill-ink text-[44px] font-semibold tabular-nums">
        {text}
      </text>
    </svg>
  )
}
