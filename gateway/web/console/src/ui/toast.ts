import { useSyncExternalStore } from 'react'

export type Message = { title: string; description?: string; undo?: { label: string; onClick: () => void } }

type Shower = (message: Message) => void

const waiting: Message[] = []
const listeners = new Set<() => void>()
let shower: Shower | null = null

/** Says something in passing, with a way back where there is one. */
export function toast(message: Message) {
  if (shower === null) waiting.push(message)
  else shower(message)
  for (const listener of listeners) listener()
}

/** Takes over showing, beginning with what waits already. */
export function showWith(show: Shower) {
  shower = show
  for (const message of waiting.splice(0)) show(message)
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether anything was ever said, so that there has to be a place for it. */
export const useSomethingSaid = () => useSyncExternalStore(subscribe, () => waiting.length > 0 || shower !== null)
