import { useEffect, useState } from 'react'
import type { Problem } from '@/api/problem'
import { Feed } from '@/studio/model/feed'
import { applyPatch, PatchMismatch } from '@/studio/model/jsonPatch'
import type { StreamEvent } from '@/studio/model/eventStream'
import { gateway } from '@/studio/model/server'
import type { ChatMessage, ConversationRecord } from '@/studio/model/wire'

/** A conversation with a visitor, as it goes on. */
export type LiveConversation = {
  record: (ConversationRecord & { mode: string }) | undefined
  messages: ChatMessage[]
  live: boolean
  refused: Problem | undefined
}

const NOTHING: LiveConversation = { record: undefined, messages: [], live: true, refused: undefined }

/** What is known after an event; undefined when it does not fit what was known before. */
export function afterEvent(known: LiveConversation, { event, data }: StreamEvent): LiveConversation | undefined {
  try {
    const said = JSON.parse(data)
    if (event === 'snapshot') {
      const { messages, ...record } = said
      return { ...known, record, messages }
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

/** Follows a conversation while the page is there. */
export function useConversation(id: string): LiveConversation {
  const [shown, setShown] = useState(NOTHING)
  useEffect(() => {
    let known = NOTHING
    const show = (next: LiveConversation) => {
      known = next
      setShown(next)
    }
    const feed = new Feed(gateway, id, {
      event: (event) => {
        const next = afterEvent(known, event)
        if (next !== undefined) show(next)
        return next !== undefined
      },
      link: (link) => show({ ...known, live: link === 'live' }),
      refused: (refused) => show({ ...known, refused }),
    })
    const back = () => feed.retryNow()
    const gone = () => feed.interrupt()
    addEventListener('online', back)
    addEventListener('offline', gone)
    feed.start()
    return () => {
      feed.close()
      removeEventListener('online', back)
      removeEventListener('offline', gone)
    }
  }, [id])
  return shown
}
