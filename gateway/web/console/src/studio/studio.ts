import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { panelOf, type Panel } from './model/panel'
import type { StudioSession, SessionState } from './model/session'
import type { ConversationRecord, Flow } from './model/wire'

/** What every part of an open Studio works with. */
export interface Studio {
  session: StudioSession
  flow: Flow
  /** What the panel shows: the record with what is on its way. */
  record: ConversationRecord
  state: SessionState
  panel: Panel
  /** The id of the person at this screen. */
  me: string
  /** Brings a field into view and puts the cursor into it. */
  goToField(path: string): void
  /** Brings a message into view. */
  goToMessage(id: string): void
}

export const StudioContext = createContext<Studio | undefined>(undefined)

export function useStudio(): Studio {
  const studio = use(StudioContext)
  if (studio === undefined) throw new Error('This belongs inside an open Studio.')
  return studio
}

export function useSessionState(session: StudioSession): SessionState {
  return useSyncExternalStore(session.subscribe, session.snapshot)
}

export function usePanel({ flow, shown, queue }: SessionState): Panel | undefined {
  return useMemo(() => (flow && shown ? panelOf(flow, shown, queue) : undefined), [flow, shown, queue])
}

/** Tells a session of the network's coming and going. */
export function useNetwork(session: StudioSession) {
  useEffect(() => {
    const back = () => session.networkIsBack()
    const gone = () => session.networkIsGone()
    window.addEventListener('online', back)
    window.addEventListener('offline', gone)
    return () => {
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
