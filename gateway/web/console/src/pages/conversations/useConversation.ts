import { type Followed, useFeed } from '@/app/useFeed'
import type { StreamEvent } from '@/studio/model/eventStream'
import { applyPatch, PatchMismatch } from '@/studio/model/jsonPatch'
import { conversationPath } from '@/studio/model/server'
import type { ChatMessage, ConversationRecord } from '@/studio/model/wire'

/** A conversation with a visitor, as it goes on. */
export type LiveConversation = { record: (ConversationRecord & { mode: string }) | undefined; messages: ChatMessage[] }

const NOTHING: LiveConversation = { record: undefined, messages: [] }

/** What is known after an event; undefined when it does not fit what was known before. */
export function afterEvent(known: LiveConversation, { event, data }: StreamEvent): LiveConversation | undefined {
  try {
    const said = JSON.parse(data)
    if (event === 'snapshot') {
      const { messages, ...record } = said
      return { record, messages }
    }
    if (event === 'message') {
      const place = known.messages.findIndex(({ id }) => id === said.id)
      return { ...known, messages: place < 0 ? [...known.messages, said] : known.messages.with(place, said) }
    }
    if (event === 'patch') return known.record && { ...known, record: applyPatch(known.record, said) }
    return known
  } catch (failure) {
    if (failure instanceof PatchMismatch || failure instanceof SyntaxError) return undefined
    throw failure
  }
}

export const useConversation = (id: string): Followed<LiveConversation> => useFeed(conversationPath(id, '/feed'), NOTHING, afterEvent)
