import { Fragment, useState } from 'react'
import type { Health } from '@/api/health'
import { useFormats } from '@/i18n/formats'
import { cn } from '@/ui/cn'
import { Icon } from '@/ui/Icon'
import { type FactorLine, factorLines, type InputLine, totalOf } from './model/factorTable'
import { Moved } from './Score'
import { type Key, useT } from './texts'
import { useUnits } from './useUnits'

const HEAD = 'py-2 ps-3 text-end text-[0.8rem] font-medium text-quiet'
const CELL = 'py-2 ps-3 text-end whitespace-nowrap tabular-nums'

/** What the score is made of: each factor's weight times its score is its points; opened, the same of its inputs. */
export function FactorTable({ health }: { health: Health }) {
  const t = useT()
  const { score, percent } = useFormats()
  const [open, setOpen] = useState<string | null>(null)
  const lines = factorLines(health)
  const total = totalOf(lines)
  return (
    <div role="group" aria-label={t('factors')} tabIndex={0} className="overflow-x-auto rounded-md">
      <table className="w-full border-collapse">
        <caption className="sr-only">{t('factors')}</caption>
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className="py-2 text-start text-[0.8rem] font-medium text-quiet">
              {t('factor')}
            </th>
            <th scope="col" className={HEAD}>
              {t('weight')}
            </th>
            <th scope="col" className={HEAD}>
              {t('factorScore')}
            </th>
            <th scope="col" className={HEAD}>
              {t('points')}
            </th>
            <th scope="col" className={cn(HEAD, 'max-sm:hidden')}>
              {t('lost')}
            </th>
            <th scope="col" className={cn(HEAD, 'max-sm:hidden')}>
              {t('change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Fragment key={line.factor}>
              <FactorRow line={line} open={open === line.factor} onToggle={() => setOpen((now) => (now === line.factor ? null : line.factor))} />
              {open === line.factor && line.inputs.map((input) => <InputRow key={input.input} line={input} />)}
            </Fragment>
          ))}
          {health.score !== undefined && (
            <tr className="border-t-2 border-line font-semibold">
              <th scope="row" className="py-2 text-start">
                {t('score')}
              </th>
              <td className={CELL}>{percent(total.weight)}</td>
              <td className={CELL} />
              <td className={CELL}>{score(total.points)}</td>
              <td className={cn(CELL, 'max-sm:hidden')}>{score(total.lost)}</td>
              <td className={cn(CELL, 'max-sm:hidden')}>
                <Moved points={health.change && health.change.to - health.change.from} />
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

function FactorRow({ line, open, onToggle }: { line: FactorLine; open: boolean; onToggle: () => void }) {
  const t = useT()
  const { score, percent } = useFormats()
  const counts = line.score !== undefined
  return (
    <tr className="border-b border-line last:border-0">
      <th scope="row" className="py-1 text-start font-medium">
        <button type="button" aria-expanded={open} onClick={onToggle} className="-ms-1.5 inline-flex min-h-8 items-center gap-1.5 rounded-md px-1.5 text-start hover:bg-raised">
          <Icon name="chevronEnd" className={cn('transition-transform', open && 'rotate-90 rtl:rotate-90')} />
          {t(`factor.${line.factor}` as Key)}
        </button>
      </th>
      <td className={CELL}>
        <span className="inline-flex items-baseline gap-1">
          <span>{counts ? percent(line.weight) : '–'}</span>
          {counts && Math.abs(line.weight - line.usualWeight) > 0.005 && (
            <span className="text-[0.8rem] text-quiet" title={t('usualWeight')}>
              ({percent(line.usualWeight)})
            </span>
          )}
        </span>
      </td>
      <td className={CELL}>{line.score === undefined ? <span className="text-quiet">{t('noData')}</span> : score(line.score)}</td>
      <td className={CELL}>{counts ? score(line.points) : '–'}</td>
      <td className={cn(CELL, 'max-sm:hidden')}>{counts ? score(line.lost) : '–'}</td>
      <td className={cn(CELL, 'max-sm:hidden')}>
        <Moved points={counts ? line.change : undefined} />
      </td>
    </tr>
  )
}

function InputRow({ line }: { line: InputLine }) {
  const t = useT()
  const { score, percent } = useFormats()
  const units = useUnits()
  const known = line.value !== undefined
  const counts = known && line.weight > 0
  return (
    <tr className="border-b border-line bg-raised/50 text-[0.867rem]">
      <th scope="row" className="py-1.5 ps-6 text-start font-normal">
        {t(`input.${line.input}` as Key)}
        <span className="block text-quiet">{line.value === undefined ? t('noData') : units(line.value, line.unit)}</span>
      </th>
      <td className={CELL}>{counts ? percent(line.weight) : '–'}</td>
      <td className={CELL}>{line.score === undefined ? <span className="text-quiet">{t('noData')}</span> : score(line.score)}</td>
      <td className={CELL}>{counts ? score(line.points) : '–'}</td>
      <td className={cn(CELL, 'max-sm:hidden')}>{counts ? score(line.lost) : '–'}</td>
      <td className={cn(CELL, 'max-sm:hidden')}>
        <Moved points={counts ? line.change : undefined} />
      </td>
    </tr>
  )
}
