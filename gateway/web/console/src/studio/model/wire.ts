// What the API sends, as the Studio reads it. Field names of flows are data, never types.

export type Value = string | number | boolean | string[]

export interface Option {
  value: string
  label: string
}

export interface FlowField {
  path: string
  type: string
  label: string
  help: string
  placeholder?: string
  control: boolean
  asked: boolean
  required: boolean
  sensitive: boolean
  generated: boolean
  appliesWhen?: string
  options: Option[]
  openOptions: boolean
  optionsFrom?: string
  suggestions: Option[]
}

export interface FlowGroup {
  name: string
  key: string
  min: number
  max: number
  titlePath: string
  label: string
  itemLabel: string
}

export interface FlowPhase {
  id: string
  title: string
  intro: string
  fields: FlowField[]
}

export interface Flow {
  name: string
  version: number
  locale: string
  dir: Direction
  title: string
  summaryField?: string
  groups: FlowGroup[]
  phases: FlowPhase[]
}

export type Direction = 'ltr' | 'rtl'

export type Hand = 'chat' | 'panel' | 'prefill' | 'generated'

/** A value beside a field's own: what the chat suggests, or what another panel wrote. */
export interface Waiting {
  value: Value
  by: Hand
  actor?: string
  quote?: string
}

export interface RecordField {
  state: 'open' | 'filled' | 'skipped' | 'unknown' | 'parked' | 'hidden'
  rev: number
  value?: Value
  by?: Hand
  actor?: string
  quote?: string
  confidence?: number
  suggestion?: Waiting
  conflict?: Waiting
}

export interface Action {
  type: string
  path?: string
  value?: Value
}

export interface QuickReply {
  label: string
  action: Action
}

export interface ChatMessage {
  id: string
  role: 'user' | 'bot' | 'agent'
  /** The person of the team who said it, for an agent. */
  author?: string
  text: string
  buttons?: QuickReply[]
  at: string
  rev: number
  undone?: boolean
}

/** A conversation without its messages, which the feed sends one by one. */
export interface ConversationRecord {
  id: string
  flow: string
  rev: number
  status: 'in_progress' | 'completed'
  phase?: string
  locale: string
  dir: Direction
  context: Record<string, unknown>
  values: Record<string, unknown>
  fields: Record<string, RecordField>
  open: string[]
  asked: string[]
  progress: { done: number; total: number }
  summary?: { text: string; focus: string[]; outdated: boolean }
  next?: string
  createdAt: string
  updatedAt: string
}

export interface Conversation extends ConversationRecord {
  messages: ChatMessage[]
}

export interface EditResult {
  mutationId: string
  path: string
  outcome: 'applied' | 'unchanged' | 'conflict' | 'rejected'
  rev?: number
  value?: Value
  code?: string
  detail?: string
}

export interface ItemResult {
  mutationId: string
  rev: number
  item?: string
  items: Record<string, string[]>
}

export interface TurnResult {
  rev: number
  next?: string
}
