import type { ReactNode } from 'react'
import { useFormats } from '@/i18n/formats'
import { cn } from '../cn'
import { spanOf, steps } from './steps'

export type WaterfallPart = { key: string; label: ReactNode; points: number; note?: ReactNode }

type WaterfallProps = {
  caption: string
  /** What the columns are called, in order: part, points. */
  heads: { part: string; points: string }
  base: { label: string; points: number }
  parts: WaterfallPart[]
  total: { label: string; points: number }
  /** For small parts of a large sum: the bars begin shortly below what changes, and not at 0. */
  close?: boolean
}

/** How a sum comes about, part by part. A table that draws itself: the same for eyes and for a screen reader. */
export function Waterfall({ caption, heads, base, parts, total, close = false }: WaterfallProps) {
  const all = steps(base.points, parts)
  const span = spanOf(base.points, all, close)
  const ground = close ? span.low : 0
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{heads.part}</th>
          <th scope="col">{heads.points}</th>
        </tr>
      </thead>
      <tbody>
        <Row label={base.label} points={base.points} from={ground} to={base.points} span={span} tone="neutral" signed={false} />
        {all.map(({ part, from, to }) => (
          <Row key={part.key} label={part.label} note={part.note} points={part.points} from={from} to={to} span={span} tone={part.points < 0 ? 'down' : 'up'} signed />
        ))}
        <Row label={total.label} points={total.points} from={ground} to={total.points} span={span} tone="total" signed={false} />
      </tbody>
    </table>
  )
}

const TONES = { neutral: 'bg-line-strong', up: 'bg-accent', down: 'bg-danger', total: 'bg-ink' }

type RowProps = {
  label: ReactNode
  note?: ReactNode
  points: number
  from: number
  to: number
  span: { low: number; high: number }
  tone: keyof typeof TONES
  signed: boolean
}

function Row({ label, note, points, from, to, span, tone, signed }: RowProps) {
  const { number, signedNumber } = useFormats()
  const place = (value: number) => `${((value - span.low) / (span.high - span.low)) * 100}%`
  const [start, width] = [place(Math.min(from, to)), `${(Math.abs(to - from) / (span.high - span.low)) * 100}%`]
  return (
    <tr className={cn('align-top', tone === 'total' && 'border-t border-line font-semibold')}>
      <th scope="row" className={cn('py-1.5 pe-4 text-start', tone !== 'total' && 'font-normal')}>
        {label}
        {note && <span className="block text-[0.867rem] font-normal text-quiet">{note}</span>}
      </th>
      <td className="w-[45%] py-1.5">
        <span className="flex items-center gap-3">
          <span aria-hidden="true" className="relative h-4 flex-1 rounded-sm bg-raised">
            <span className={cn('absolute inset-y-0 min-w-0.5 rounded-sm', TONES[tone])} style={{ insetInlineStart: start, width }} />
          </span>
          <span className="w-14 text-end tabular-nums">{signed ? signedNumber(points) : number(points)}</span>
        </span>
      </td>
    </tr>
  )
}
