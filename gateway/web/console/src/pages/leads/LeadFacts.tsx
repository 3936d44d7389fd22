import type { Lead } from '@/api/leads'
import type { Value } from '@/api/records'
import { useFormats } from '@/i18n/formats'
import { Badge } from '@/ui/Badge'
import { Fact, Facts } from '../records/Facts'
import { useFieldName } from '../people/words'
import { useLabels } from '../records/labels'
import { ValueText } from '../records/ValueText'
import { type Key, useT } from './texts'
import { Part, Quote } from './WhyCards'
import { FEATURES, inWords } from './words'

const AMOUNTS = ['company.size', 'requirements.budgetRange']
const BANT = ['budget', 'authority', 'need', 'timeline'] as const

/** What the lead has told, in their own words: facts, readiness to buy, signals, how well they fit. */
export function LeadFacts({ shown }: { shown: Lead }) {
  const t = useT()
  const { percent, told } = useFormats()
  const fieldName = useFieldName()
  const labels = useLabels('lead-to-sales')
  const { signals } = shown
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Part title={t('told')}>
        {shown.facts.length === 0 && <p className="text-quiet">{t('nothing')}</p>}
        <Facts>
          {shown.facts.map(({ path, value, quote }) => (
            <Fact key={path} label={fieldName(path) ?? inWords(labels, path)} note={quote !== shownAs(value) && <Quote text={quote} />}>
              <ValueText value={AMOUNTS.includes(path) ? told(shownAs(value)) : readable(value)} />
            </Fact>
          ))}
        </Facts>
      </Part>
      <Part title={t('bant')}>
        <Facts>
          {BANT.map((part) => {
            const said = shown.bant?.[part]
            return (
              <Fact key={part} label={t(`bant.${part}`)} note={<Quote text={said?.quote} />}>
                {said?.value === undefined || said.value === null ? <span className="text-quiet">{t('unknown')}</span> : <ValueText value={part === 'budget' ? told(shownAs(said.value)) : readable(said.value)} />}
              </Fact>
            )
          })}
        </Facts>
      </Part>
      <Part title={t('signals')}>
        {signals.length === 0 && <p className="text-quiet">{t('nothing')}</p>}
        <Facts>
          {signals.map(({ type, strength, quote }) => (
            <Fact key={type} label={FEATURES.includes(type) ? t(`feature.${type}` as Key) : inWords(labels, type)} note={<Quote text={quote} />}>
              {percent(Math.min(1, strength))}
            </Fact>
          ))}
        </Facts>
      </Part>
      {shown.technologies.length > 0 && (
        <Part title={t('madeWith')}>
          <Facts>
            {shown.technologies.map(({ name, page }) => (
              <Fact key={name} label={name}>
                <bdi dir="ltr" className="break-all">
                  {page}
                </bdi>
              </Fact>
            ))}
          </Facts>
        </Part>
      )}
      {shown.icp.criteria.length > 0 && (
        <Part title={t('icp')}>
          <Facts>
            {shown.icp.criteria.map(({ field, wanted, found, met }) => (
              <Fact key={field} label={inWords(labels, field)} note={t('wanted', { wanted })}>
                <span className="flex flex-wrap items-center gap-2">
                  <Badge tone={met === true ? 'accent' : met === false ? 'danger' : 'neutral'}>{t(met === null ? 'unknown' : met ? 'met' : 'notMet')}</Badge>
                  {found && <bdi>{found}</bdi>}
                </span>
              </Fact>
            ))}
          </Facts>
        </Part>
      )}
    </div>
  )
}

function readable(value: unknown): Exclude<Value, null> {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return Array.isArray(value) ? value.map(String) : JSON.stringify(value)
}

const shownAs = (value: unknown) => String(readable(value))
