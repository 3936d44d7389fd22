import { useQuery } from '@tanstack/react-query'
import { flow } from '@/api/flows'
import { useLanguage } from '@/i18n/I18n'
import { useT as useShellT } from '@/i18n/texts'
import { isolated } from '@/i18n/translate'
import type { ConversationRecord } from '@/studio/model/wire'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Fact, Facts } from '../records/Facts'
import { labelsOf } from '../records/labels'
import { ValueText } from '../records/ValueText'
import { useT } from './texts'

/** What the visitor has told, each with their own words for it. */
export function Known({ record }: { record: ConversationRecord }) {
  const t = useT()
  const shellT = useShellT()
  const [language] = useLanguage()
  const { data } = useQuery(flow(record.flow, language))
  const labels = labelsOf(data)
  const known = Object.entries(record.fields).flatMap(([path, field]) => (field.value === undefined ? [] : [{ path, value: field.value, quote: field.quote }]))
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('known')}</CardTitle>
      </CardHeader>
      <CardContent>
        {known.length === 0 ? (
          <p className="text-quiet">{t('nothingKnown')}</p>
        ) : (
          <Facts stacked>
            {known.map(({ path, value, quote }) => (
              <Fact key={path} label={labels.field(path)} note={quote && quote !== String(value) ? shellT('history.quote', { quote: isolated(quote) }) : undefined}>
                <ValueText value={typeof value === 'string' ? (labels.option(path, value) ?? value) : value} />
              </Fact>
            ))}
          </Facts>
        )}
      </CardContent>
    </Card>
  )
}
