import type { Input } from '@/api/health'
import { useFormats } from '@/i18n/formats'
import { useT } from './texts'

/** Writes a value as its unit is read: a ratio of 1 is 100 %. */
export function useUnits() {
  const t = useT()
  const { number, percent } = useFormats()
  return (value: number, unit: Input['unit']) =>
    unit === 'ratio' ? percent(value) : unit === 'days' ? t('inDays', { days: number(value) }) : unit === 'hours' ? t('inHours', { hours: number(value) }) : number(value)
}
