import { useEffect, useState } from 'react'
import type { Problem } from '@/api/problem'
import type { StreamEvent } from '@/studio/model/eventStream'
import { Feed } from '@/studio/model/feed'
import { openFeed } from '@/studio/model/server'

/** Something that is followed, and how well. */
export type Followed<State> = { state: State; live: boolean; refused: Problem | undefined }

/**
 * Follows a feed while the page is there, and goes on after every interruption.
 *
 * @param after what is known after an event; undefined when it does not fit, so that the feed begins anew. The
 *   same function every time
 */
export function useFeed<State>(path: string, nothing: State, after: (known: State, event: StreamEvent) => State | undefined): Followed<State> {
  const [shown, setShown] = useState<{ path: string } & Followed<State>>(() => unheard(path, nothing))
  useEffect(() => {
    let known = nothing
    // What was heard on another path says nothing of this one.
    const show = (news: Partial<Followed<State>>) => setShown((before) => ({ ...(before.path === path ? before : unheard(path, nothing)), ...news }))
    const feed = new Feed({ feed: openFeed }, path, {
      event: (event) => {
        const next = after(known, event)
        if (next === undefined) return false
        known = next
        show({ state: next, refused: undefined })
        return true
      },
      link: (link) => show({ live: link === 'live' }),
      refused: (refused) => show({ refused }),
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
  }, [path, nothing, after])
  return shown.path === path ? shown : unheard(path, nothing)
}

const unheard = <State>(path: string, nothing: State) => ({ path, state: nothing, live: true, refused: undefined })
