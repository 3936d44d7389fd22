import { useQuery } from '@tanstack/react-query'
import { flow } from '@/api/flows'
import type { BuyingProcessDetail, Stage } from '@/api/records'
import { useLanguage } from '@/i18n/I18n'
import { useT } from '@/i18n/texts'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Fact, Facts } from '../records/Facts'
import type { Labels } from '../records/labels'
import { PageSkeleton } from '../records/PageSkeleton'
import { isFilled, valueAt } from '../records/tree'
import { ValueText } from '../records/ValueText'

/** A mapping in words: what stands before the stages, then stage by stage. */
export function StageTable({ detail, labels }: { detail: BuyingProcessDetail; labels: Labels }) {
  const t = useT()
  const [language] = useLanguage()
  const { data: definition } = useQuery(flow('buying-process', language))
  if (definition === undefined) return <PageSkeleton />
  const mapping = detail.buying_process_mapping
  const group = definition.groups[0]
  const fields = definition.phases.flatMap((phase) => phase.fields).filter((field) => !field.control)
  const inRows = fields.filter((field) => group && field.path.startsWith(`${group.name}[].`) && field.path !== group.titlePath)
  const heads = fields.filter((field) => !field.path.includes('[]') && field.path !== 'profile_id' && isFilled(valueAt(mapping, field.path)))
  const key = (path: string) => path.replace(/^.*\./, '')
  return (
    <div className="flex flex-col gap-5">
      {heads.length > 0 && (
        <Card>
          <CardContent className="py-3">
            <Facts>
              {heads.map((field) => (
                <Fact key={field.path} label={field.label}>
                  <ValueText value={labels.option(field.path, String(valueAt(mapping, field.path))) ?? ''} />
                </Fact>
              ))}
            </Facts>
          </CardContent>
        </Card>
      )}
      {mapping.buying_stages.length === 0 && <p className="text-quiet">{t('buyingProcesses.noStages')}</p>}
      <ol className="grid gap-5 md:grid-cols-2">
        {mapping.buying_stages.map((stage: Stage, place) => {
          const known = inRows.filter((field) => stage[key(field.path)])
          return (
            <li key={stage.stage_id}>
              <Card className="h-full">
                <CardHeader className="justify-start">
                  <span className="flex size-7 items-center justify-center rounded-full bg-accent-soft font-medium text-accent tabular-nums" aria-hidden="true">
                    {(place + 1).toLocaleString(language)}
                  </span>
                  <CardTitle>
                    <bdi>{stage.stage_name || t('list.unnamed')}</bdi>
                  </CardTitle>
                </CardHeader>
                <CardContent>
                  {known.length === 0 ? (
                    <p className="text-quiet">{t('record.empty')}</p>
                  ) : (
                    <Facts>
                      {known.map((field) => (
                        <Fact key={field.path} label={field.label}>
                          <ValueText value={stage[key(field.path)] ?? ''} />
                        </Fact>
                      ))}
                    </Facts>
                  )}
                </CardContent>
              </Card>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
