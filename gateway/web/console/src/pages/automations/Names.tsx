import { useQuery } from '@tanstack/react-query'
import { vocabulary } from '@/api/automations'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { useT } from './texts'

const KINDS = ['EVENT', 'NUMBER', 'TEXT', 'FLAG'] as const
type Kind = (typeof KINDS)[number]

/** Everything an automation may name, to look up while one is written. */
export function Names() {
  const t = useT()
  const { data } = useQuery(vocabulary)
  if (data === undefined) return null
  const events = data.words.filter(({ kind }) => kind === 'EVENT')
  const facts = data.words.filter(({ kind }) => kind !== 'EVENT')
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('names')}</CardTitle>
      </CardHeader>
      <CardContent className="flex flex-col gap-1">
        <Group title={t('events')} entries={events.map(({ name, meaning }) => ({ name, meaning }))} />
        <Group title={t('facts')} entries={facts.map(({ name, kind, meaning }) => ({ name, meaning, kind: t(`kind.${kind as Kind}`) }))} />
        <Group title={t('actions')} entries={data.actions.map(({ name, does }) => ({ name, meaning: does }))} />
      </CardContent>
    </Card>
  )
}

function Group({ title, entries }: { title: string; entries: { name: string; meaning: string; kind?: string }[] }) {
  return (
    <details className="border-t border-line first:border-0">
      <summary className="cursor-pointer rounded py-2 font-medium">{title}</summary>
      <dl className="pb-3">
        {entries.map(({ name, meaning, kind }) => (
          <div key={name} className="py-1">
            <dt className="flex flex-wrap items-baseline gap-x-2">
              <code dir="ltr" className="break-all">
                {name}
              </code>
              {kind && <span className="text-[0.8rem] text-quiet">{kind}</span>}
            </dt>
            <dd className="text-[0.867rem] text-quiet">
              <bdi lang="en">{meaning}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
