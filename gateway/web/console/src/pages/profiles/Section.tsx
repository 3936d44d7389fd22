import type { Phase } from '@/api/flows'
import type { Source, Tree, Value } from '@/api/records'
import { useFormats } from '@/i18n/formats'
import { useT } from '@/i18n/texts'
import { isolated } from '@/i18n/translate'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Fact, Facts } from '../records/Facts'
import type { Labels } from '../records/labels'
import { isFilled, valueAt } from '../records/tree'
import { ValueText } from '../records/ValueText'

type SectionProps = {
  phase: Phase
  tree: Tree
  missing: string[]
  sources: Record<string, Source> | undefined
  labels: Labels
}

const AMOUNTS = ['money', 'count']

/** One section of a profile: what is known, and in whose words. */
export function Section({ phase, tree, missing, sources, labels }: SectionProps) {
  const t = useT()
  const { told } = useFormats()
  const fields = phase.fields.filter((field) => !field.control)
  const known = fields.flatMap((field) => {
    const value = valueAt(tree, field.path)
    return isFilled(value) ? [{ ...field, value: AMOUNTS.includes(field.type) && typeof value === 'string' ? told(value) : shown(labels, field.path, value) }] : []
  })
  const open = fields.some((field) => missing.includes(field.path))
  if (known.length === 0 && !open) return null
  return (
    <Card>
      <CardHeader>
        <CardTitle>{phase.title}</CardTitle>
      </CardHeader>
      <CardContent>
        {known.length === 0 ? (
          <p className="text-quiet">{t('record.empty')}</p>
        ) : (
          <Facts>
            {known.map(({ path, label, value }) => (
              <Fact key={path} label={label} note={<Quote of={sources?.[path]} value={value} />}>
                <ValueText value={value} />
              </Fact>
            ))}
          </Facts>
        )}
      </CardContent>
    </Card>
  )
}

function shown(labels: Labels, path: string, value: Exclude<Value, null>) {
  return typeof value === 'string' ? (labels.option(path, value) ?? value) : value
}

/** The sentence a value was taken from, where it says more than the value. */
function Quote({ of, value }: { of: Source | undefined; value: Exclude<Value, null> }) {
  const t = useT()
  const quote = of?.source?.quote
  if (!quote || quote === String(value)) return null
  return <>{t('history.quote', { quote: isolated(quote) })}</>
}
