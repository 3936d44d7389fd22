import { holds, reads } from './guard'
import { definitionOf, groupOf, inRow } from './paths'
import { rowsOf } from './overlay'
import type { Queue } from './queue'
import type { ConversationRecord, Flow, FlowField, FlowGroup, RecordField, Value } from './wire'

/** A field as the panel shows it. */
export interface PanelField {
  path: string
  definition: FlowField
  record: RecordField
  /** The chat is asking for it just now. */
  asking: boolean
}

/** A part of the panel: what one phase of the flow asks. */
export interface Section {
  id: string
  title: string
  fields: PanelField[]
  done: number
  total: number
  asking: boolean
}

export interface GridRow {
  item: string
  title: string
  cells: PanelField[]
}

/** The rows of a repeat group, a column for each of their fields. */
export interface Grid {
  group: FlowGroup
  columns: FlowField[]
  rows: GridRow[]
}

export interface Panel {
  /** The first section: who or what all of it is about. */
  header: Section | undefined
  title: string | undefined
  portrait: PanelField | undefined
  sections: Section[]
  grids: Grid[]
  summary: PanelField | undefined
  /** How much of all that is shown has a value: the portrait and the summary belong to it. */
  done: number
  total: number
}

/** Makes the panel of a flow's definition and a conversation's record. It knows no flow by name. */
export function panelOf(flow: Flow, record: ConversationRecord, queue: Queue = []): Panel {
  const edited = queue.flatMap((entry) => (entry.kind === 'edit' ? [entry.path] : []))
  const show = (definition: FlowField, path: string) => shown(record, edited, definition, path)
  const sections = flow.phases
    .map((phase) => section(phase.id, phase.title, phase.fields.filter(isPlain(flow)).flatMap((field) => show(field, field.path))))
    .filter((candidate) => candidate.fields.length > 0)
  const all = flow.phases.flatMap((phase) => phase.fields)
  const portrait = all.find((field) => field.type === 'image')
  const summary = flow.summaryField === undefined ? undefined : definitionOf(flow, flow.summaryField)
  const [header, ...rest] = sections
  const parts = {
    portrait: portrait && show(portrait, portrait.path)[0],
    grids: flow.groups.map((group) => grid(flow, group, record, show)),
    summary: summary && show(summary, summary.path)[0],
  }
  const fields = [
    ...sections.flatMap((section) => section.fields),
    ...parts.grids.flatMap(({ rows }) => rows.flatMap((row) => row.cells)),
    ...[parts.portrait, parts.summary].filter((field) => field !== undefined),
  ]
  return { header, title: header && titleOf(header), sections: rest, ...parts, done: fields.filter(isFilled).length, total: fields.length }
}

/** What the panel lays out in sections: fields of the record that people are asked for. */
function isPlain(flow: Flow) {
  return (field: FlowField) =>
    !field.control &&
    field.asked &&
    field.type !== 'image' &&
    field.path !== flow.summaryField &&
    groupOf(flow, field.path) === undefined
}

function shown(record: ConversationRecord, edited: string[], definition: FlowField, path: string): PanelField[] {
  const field = record.fields[path]
  if (field === undefined || !applies(record, edited, definition, field)) return []
  return [{ path, definition, record: field, asking: record.asked.includes(path) }]
}

/** The server says what applies; an edit it has not seen yet is followed by looking at the guard. */
function applies(record: ConversationRecord, edited: string[], definition: FlowField, field: RecordField): boolean {
  const says = field.state !== 'hidden' && field.state !== 'parked'
  const guard = definition.appliesWhen
  if (guard === undefined || !edited.some((path) => reads(guard, path))) return says
  return holds(guard, (path) => record.fields[path]?.value) ?? says
}

function section(id: string, title: string, fields: PanelField[]): Section {
  return {
    id,
    title,
    fields,
    done: fields.filter(isFilled).length,
    total: fields.length,
    asking: fields.some((field) => field.asking),
  }
}

const isFilled = (field: PanelField) => field.record.value !== undefined

/** A name, if there is a field for one; otherwise the first words somebody has to give. */
function titleOf(header: Section): string | undefined {
  const named =
    header.fields.find((field) => field.definition.type === 'name') ??
    header.fields.find((field) => field.definition.type === 'string' && field.definition.required)
  return typeof named?.record.value === 'string' ? named.record.value : undefined
}

function grid(
  flow: Flow,
  group: FlowGroup,
  record: ConversationRecord,
  show: (definition: FlowField, path: string) => PanelField[],
): Grid {
  const columns = flow.phases
    .flatMap((phase) => phase.fields)
    .filter((field) => !field.control && groupOf(flow, field.path) === group)
  return {
    group,
    columns,
    rows: rowsOf(record, group.name).map((row, index) => {
      const item = String(row[group.key])
      const title: Value | undefined = record.fields[inRow(group.titlePath, item)]?.value
      return {
        item,
        title: title === undefined ? `${group.itemLabel} ${index + 1}` : String(title),
        cells: columns.flatMap((column) => show(column, inRow(column.path, item))),
      }
    }),
  }
}

/** Where a field stands, so that it can be brought into view. */
export function sectionOf(panel: Panel, path: string): Section | undefined {
  return panel.sections.find((candidate) => candidate.fields.some((field) => field.path === path))
}
