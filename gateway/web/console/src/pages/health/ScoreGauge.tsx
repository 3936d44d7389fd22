import type { Health } from '@/api/health'
import { useFormats } from '@/i18n/formats'
import { shownScore } from '@/ui/charts/bands'
import { Gauge } from '@/ui/charts/Gauge'
import { BandBadge } from './BandBadge'
import { Moved } from './Score'
import { useT } from './texts'

/** How an account does, at a glance, and how far that can be relied on. */
export function ScoreGauge({ health }: { health: Health }) {
  const t = useT()
  const { number, percent } = useFormats()
  const { score, band, churn } = health
  const said = score === undefined ? t('noScore') : t('scoreOf', { score: number(shownScore(score)), band: t(band === undefined ? 'noScore' : `band.${band}`) })
  return (
    <div className="flex flex-col items-center gap-2 text-center">
      <Gauge score={score} text={score === undefined ? '–' : number(Math.floor(score))} label={said} />
      <p className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1">
        <BandBadge band={band} />
        <span className="text-[0.867rem]">
          {t('in7days')} <Moved points={health.change7d} />
        </span>
      </p>
      {churn && (
        <p>
          {t('churnOf', { share: percent(churn.probability) })}
          <span className="block text-[0.867rem] text-quiet">{t(`churn.${churn.basis}`)}</span>
        </p>
      )}
      <p className="text-[0.867rem] text-quiet">{t('coverage', { share: percent(health.coverage) })}</p>
      {health.provisional && <p className="rounded-lg bg-amber-soft px-3 py-2 text-[0.867rem] text-amber">{t('provisional')}</p>}
    </div>
  )
}
