import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Field, type Flow, flow } from '@/api/flows'
import { useLanguage } from '@/i18n/I18n'

/** What a flow calls its fields and their options, in the language in use. */
export type Labels = ReturnType<typeof labelsOf>

/** A field's path without the rows in it: `buying_stages[s1].duration` is `buying_stages[].duration`. */
const general = (path: string) => path.replace(/\[[^\]]*\]/g, '[]')

export function labelsOf(definition: Flow | undefined) {
  const fields = new Map<string, Field>()
  for (const phase of definition?.phases ?? []) for (const field of phase.fields) fields.set(field.path, field)
  const groups = new Map((definition?.groups ?? []).map((group) => [group.name, group.itemLabel]))

  return {
    field: (path: string) =>
      fields.get(general(path))?.label ?? groups.get(path.replace(/\[.*/, '')) ?? path.replace(/^.*\./, '').replaceAll('_', ' '),
    option: (path: string, value: string | undefined) =>
      fields.get(path)?.options.find((option) => option.value === value)?.label ?? value,
  }
}

export function useLabels(name: string): Labels {
  const [language] = useLanguage()
  const { data } = useQuery(flow(name, language))
  return useMemo(() => labelsOf(data), [data])
}
