import { definitionOf, fieldsOf, groupOf, inRow } from './paths'
import { itemOf, type Entry, type Queue } from './queue'
import type { ConversationRecord, Flow, RecordField } from './wire'

type Row = Record<string, unknown>

/** The record as it will be once everything in the queue has been taken: what the panel shows. */
export function overlay(flow: Flow, record: ConversationRecord, queue: Queue): ConversationRecord {
  return queue.reduce((shown, entry) => applied(flow, shown, entry), record)
}

function applied(flow: Flow, record: ConversationRecord, entry: Entry): ConversationRecord {
  switch (entry.kind) {
    case 'edit':
      return edited(flow, record, entry.path, entry.value)
    case 'add':
      return added(flow, record, entry.group, itemOf(entry), entry.index)
    case 'remove':
      return moved(flow, record, entry.group, entry.item, undefined)
    case 'move':
      return moved(flow, record, entry.group, entry.item, entry.index)
    case 'say':
    case 'undo':
      return record
  }
}

function edited(flow: Flow, record: ConversationRecord, path: string, value: RecordField['value'] | null): ConversationRecord {
  const before = record.fields[path]
  if (before === undefined || definitionOf(flow, path) === undefined) return record
  const { value: _, suggestion: _s, conflict: _c, quote: _q, actor: _a, ...rest } = before
  const field: RecordField =
    value === null || value === undefined
      ? { ...rest, state: 'open' }
      : { ...rest, state: 'filled', value, by: 'panel' }
  return { ...record, fields: { ...record.fields, [path]: field } }
}

function added(flow: Flow, record: ConversationRecord, name: string, item: string, index: number): ConversationRecord {
  const group = flow.groups.find((candidate) => candidate.name === name)
  if (group === undefined || rowsOf(record, name).some((row) => row[group.key] === item)) return record
  const fields = { ...record.fields }
  for (const field of fieldsOf(flow)) {
    if (groupOf(flow, field.path) === group) fields[inRow(field.path, item)] = { state: 'open', rev: 0 }
  }
  const rows = rowsOf(record, name).toSpliced(index, 0, { [group.key]: item })
  return { ...record, fields, values: { ...record.values, [name]: rows } }
}

/** To another place, or out of the list when there is none. */
function moved(flow: Flow, record: ConversationRecord, name: string, item: string, index: number | undefined): ConversationRecord {
  const group = flow.groups.find((candidate) => candidate.name === name)
  const rows = rowsOf(record, name)
  const row = rows.find((candidate) => group !== undefined && candidate[group.key] === item)
  if (row === undefined) return record
  const rest = rows.filter((candidate) => candidate !== row)
  return { ...record, values: { ...record.values, [name]: index === undefined ? rest : rest.toSpliced(index, 0, row) } }
}

export function rowsOf(record: ConversationRecord, group: string): Row[] {
  const rows = record.values[group]
  return Array.isArray(rows) ? (rows as Row[]) : []
}
