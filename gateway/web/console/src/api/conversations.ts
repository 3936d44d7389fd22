import { queryOptions } from '@tanstack/react-query'
import { get, post } from './client'

/** A conversation with a visitor in which a person is asked for, or answers. */
export type Waiting = {
  id: string
  flow: string
  mode: string
  locale: string
  /** The id of the persona they are taken for. */
  persona?: string
  /** How likely they are to buy, from 0 to 1. */
  intent?: number
  /** What a colleague is called for while the bot still answers. */
  called?: string
  /** Who took it over; nobody has while it waits. */
  agent?: string
  lastMessage?: string
  updatedAt: string
}

const HUMAN = 'human'
const AGAIN_MS = 5000

/** Who waits for a person, or talks to one, and where the bot wants one. There is no feed of it: it is asked for again and again. */
export const queue = queryOptions({
  queryKey: ['conversations', 'queue'],
  refetchInterval: AGAIN_MS,
  queryFn: async ({ signal }) => {
    const which = [{ mode: HUMAN }, { called: 'true' }]
    const lists = await Promise.all(
      which.map((query) => get<{ conversations: Waiting[] }>('/api/v1/conversations', { query, signal })),
    )
    return lists.flatMap(({ conversations }) => conversations)
  },
})

const at = (id: string, rest: string) => `/api/v1/conversations/${encodeURIComponent(id)}/${rest}`

export const takeOver = (id: string) => post(at(id, 'take-over'))
export const handBack = (id: string) => post(at(id, 'hand-back'))

/** The same `messageId` again says nothing twice. */
export const sayAsAgent = (id: string, messageId: string, text: string) => post(at(id, 'agent-messages'), { messageId, text })
