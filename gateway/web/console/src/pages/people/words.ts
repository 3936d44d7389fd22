import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type PersonField, type PersonFields, personFields } from '@/api/people'
import { personas } from '@/api/personas'
import { useFormats } from '@/i18n/formats'
import { type Key, useT } from './texts'
import { readable, written } from './values'

/** What can be known of people, by its names in the language in use; what a later server adds shows its own name. */
export function useFields() {
  const t = useT()
  const query = useQuery(personFields)
  const data = useMemo(
    (): PersonFields | undefined =>
      query.data && { ...query.data, items: query.data.items.map((field) => ({ ...field, label: inWords(t, `field.${field.path}`) ?? field.label })) },
    [query.data, t],
  )
  return { ...query, data }
}

/** Says what a field of people is called; undefined for one there are no words for. */
export function useFieldName() {
  const t = useT()
  return (path: string) => inWords(t, `field.${path}`)
}

/** Says one of a field's choices in words. */
export function useOptionName() {
  const t = useT()
  return (option: string) => inWords(t, `option.${option}`) ?? option
}

/** Says a value in words; one of a field nobody knows stays as it is. */
export function useValueInWords() {
  const optionName = useOptionName()
  const formats = useFormats()
  const { data } = useQuery(personas)
  return (field: PersonField | undefined, value: unknown) => {
    if (field === undefined) return readable(value)
    if (field.path === 'intelligence.personaMatch') return data?.find(({ id }) => id === value)?.name ?? readable(value)
    return field.options?.includes(String(value)) ? optionName(String(value)) : written(field, value, formats)
  }
}

/** Says in words what somebody may agree to. */
export function usePurposeName() {
  const t = useT()
  return (purpose: string) => inWords(t, `purpose.${purpose}`) ?? purpose
}

/** What has no text shows its key: then there are no words for it. */
function inWords(t: ReturnType<typeof useT>, key: string): string | undefined {
  const words = t(key as Key)
  return words === key ? undefined : words
}
