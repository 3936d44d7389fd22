import type { Lead } from '@/api/leads'
import { useFormats } from '@/i18n/formats'
import { isolated } from '@/i18n/translate'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Waterfall } from '@/ui/charts/Waterfall'
import { useLabels } from '../records/labels'
import { Ago } from '../records/Ago'
import { FEATURES, inWords } from './words'
import { type Key, useT } from './texts'

const FLOW = 'lead-to-sales'

// What the score is made of has words in every language; what a later server adds shows its own name.
const BINS = [
  'unknown', 'poor', 'some', 'good', 'ideal', 'one', 'small', 'medium', 'large', 'known', 'no', 'yes', 'private', 'business',
  'stated', 'none', 'low', 'high', 'sure', 'weak', 'strong', 'week', 'fortnight', 'month', 'older', 'few', 'many', 'more', 'unasked', 'asked',
]

/** Why the score is what it is: the parts add up to it exactly. */
export function ScoreCard({ shown }: { shown: Lead }) {
  const t = useT()
  const { percent } = useFormats()
  const labels = useLabels(FLOW)
  const { score } = shown
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('whyScore')}</CardTitle>
        {score && <Ago time={score.at} />}
      </CardHeader>
      <CardContent>
        {score === null ? (
          <p className="text-quiet">{t('noScore')}</p>
        ) : (
          <>
            <Waterfall
              caption={t('whyScore')}
              heads={{ part: t('part'), points: t('points') }}
              base={{ label: t('base'), points: score.base }}
              parts={score.parts.filter(({ points }) => points !== 0).map(({ feature, bin, side, points, evidence }, place) => ({
                key: `${place} ${feature}`,
                label: (
                  <>
                    <bdi>{FEATURES.includes(feature) ? t(`feature.${feature}` as Key) : inWords(labels, feature)}</bdi> <span className="text-[0.867rem] text-quiet">{t(`side.${side}`)}</span>
                  </>
                ),
                points,
                note: evidence ? t('quote', { quote: isolated(evidence) }) : BINS.includes(bin) ? t(`bin.${bin}` as Key) : bin,
              }))}
              total={{ label: t('total'), points: score.points }}
            />
            <p className="mt-3 text-[0.867rem] text-quiet">
              {t(score.calibrated ? 'calibrated' : 'prior', { share: percent(score.conversionProbability) })}
            </p>
          </>
        )}
      </CardContent>
    </Card>
  )
}
