import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { panelOf, type Panel } from './model/panel'
import type { Rejection, SessionState, StudioSession } from './model/session'
import type { ConversationRecord, Flow } from './model/wire'

/** What every part of an open Studio works with; the same for as long as it is open. */
export interface Studio {
  session: StudioSession
  flow: Flow
  /** The id of the person at this screen. */
  me: string
  /** Brings a field into view and puts the cursor into it. */
  goToField(path: string): void
  /** Brings a message into view. */
  goToMessage(id: string): void
}

/** What changes with every word: only who shows all of it should use it. */
export interface OpenRecord {
  state: SessionState
  /** What the panel shows: the record with what is on its way. */
  record: ConversationRecord
  panel: Panel
}

export const StudioContext = createContext<Studio | undefined>(undefined)
export const OpenRecordContext = createContext<OpenRecord | undefined>(undefined)

export function useStudio(): Studio {
  return inside(use(StudioContext))
}

export function useOpenRecord(): OpenRecord {
  return inside(use(OpenRecordContext))
}

function inside<T>(context: T | undefined): T {
  if (context === undefined) throw new Error('This belongs inside an open Studio.')
  return context
}

/** Why the latest edit of a field was rejected, if it was. */
export function useRejection(path: string): Rejection | undefined {
  const { session } = useStudio()
  return useSyncExternalStore(session.subscribe, () => session.snapshot().rejections[path])
}

export function useSessionState(session: StudioSession): SessionState {
  return useSyncExternalStore(session.subscribe, session.snapshot)
}

export function usePanel({ flow, shown, queue }: SessionState): Panel | undefined {
  return useMemo(() => (flow && shown ? panelOf(flow, shown, queue) : undefined), [flow, shown, queue])
}

/** Tells a session of the network's coming and going, and lets what is being typed be kept when the page goes. */
export function useNetwork(session: StudioSession) {
  useEffect(() => {
    const hidden = () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    }
    const back = () => session.networkIsBack()
    const gone = () => session.networkIsGone()
    window.addEventListener('online', back)
    window.addEventListener('offline', gone)
    window.addEventListener('pagehide', hidden)
    return () => {
      window.removeEventListener('pagehide', hidden)
      window.removeEventListener('online', back)
      window.removeEventListener('offline', gone)
    }
  }, [session])
}

/** Whether the page is too narrow for two panels side by side. */
export function useNarrow(): boolean {
  const [query] = useState(() => window.matchMedia('(max-width: 52rem)'))
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => query.matches,
  )
}

/** The id of the element that a field's value is edited in. */
export function fieldId(path: string): string {
  return `field-${path.replaceAll(/[^\w-]/g, '_')}`
}

export function messageElementId(id: string): string {
  return `message-${id}`
}
