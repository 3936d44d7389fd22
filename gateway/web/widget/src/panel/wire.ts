/** What travels between the panel and the gateway. */
export interface Action {
  type: string
  path?: string
  value?: unknown
}

export interface Button {
  label: string
  action?: Action
}

export interface Message {
  id: string
  role: string
  text: string
  mainText?: string
  buttons?: Button[]
  nextSteps?: string[] | string
  persona?: string
  profileContext?: Record<string, unknown>
  /** A person who answers for the site. */
  author?: string
  at?: string
  rev?: number
  undone?: boolean
}

/** A conversation as its visitor sees it. */
export interface View {
  id: string
  rev: number
  status: string
  mode: string
  locale: string
  dir: 'ltr' | 'rtl'
  asked: string[]
  messages?: Message[]
}

export type Reply = Omit<Message, 'role'>

/** What came of a message. */
export interface Turn {
  rev: number
  replies: Reply[]
  status: string
  mode: string
  asked: string[]
}

export interface Session {
  visitorToken: string
  expiresAt: string
  conversationId: string
  mode: string
  status: string
  locale: string
  dir: 'ltr' | 'rtl'
  rev: number
}

/** What the visitor says; the same id again is the same message. */
export interface Outgoing {
  messageId: string
  text?: string
  action?: Action
}

export interface Claim {
  token?: string
  externalId?: string
  hash?: string
}
