import type { Push, PushField, PushText } from '@/api/push'

/** What somebody chose: the kinds that are written, and the names they gave to tables and fields. */
export type Choice = { kinds: string[]; scores: boolean; objects: Record<string, string>; names: Record<string, Record<string, string>> }

export const chosenOf = ({ kinds, scores }: Push): Choice => ({ kinds: kinds.filter(({ on }) => on).map(({ kind }) => kind), scores, objects: {}, names: {} })

/** What a field is called over there, as it would be kept. */
export const nameOf = (field: PushField, given: string | undefined) => given ?? field.to ?? ''

/** The choice as it is sent: what goes by its proposed name is left out, so that a better proposal counts. */
export function textOf(push: Push, { kinds, scores, objects, names }: Choice): PushText {
  const given = push.kinds.map(({ kind, object, proposedObject }) => [kind, (objects[kind] ?? object).trim(), proposedObject] as const)
  const fields = Object.fromEntries(
    push.kinds.map(({ kind, fields }) => [
      kind,
      Object.fromEntries(fields.map((field) => [field.name, nameOf(field, names[kind]?.[field.name]).trim(), field.proposed ?? ''] as const).filter(([, name, proposed]) => name !== proposed).map(([field, name]) => [field, name])),
    ]),
  )
  return { rev: push.rev, kinds, scores, objects: Object.fromEntries(given.filter(([, name, proposed]) => proposed && name !== proposed).map(([kind, name]) => [kind, name])), fields }
}
