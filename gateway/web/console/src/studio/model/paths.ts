import type { Flow, FlowField, FlowGroup } from './wire'

/** A field of one row: `stages[s2].name` is the field `stages[].name` of row `s2`. */
export interface RowPath {
  group: string
  item: string
  field: string
}

export function rowOf(path: string): RowPath | undefined {
  const match = /^([^[\]]+)\[([^[\]]+)\]\.(.+)$/.exec(path)
  return match ? { group: match[1]!, item: match[2]!, field: match[3]! } : undefined
}

export function inRow(template: string, item: string): string {
  return template.replace('[]', `[${item}]`)
}

export function templateOf(path: string): string {
  return path.replace(/\[[^\]]*\]/, '[]')
}

export function fieldsOf(flow: Flow): FlowField[] {
  return flow.phases.flatMap((phase) => phase.fields)
}

const byPath = new WeakMap<Flow, Map<string, FlowField>>()

export function definitionOf(flow: Flow, path: string): FlowField | undefined {
  const known = byPath.get(flow) ?? new Map(fieldsOf(flow).map((field) => [field.path, field]))
  byPath.set(flow, known)
  return known.get(templateOf(path))
}

export function groupOf(flow: Flow, template: string): FlowGroup | undefined {
  return flow.groups.find((group) => template.startsWith(`${group.name}[]`))
}
