import type { Site } from '@/api/sites'
import { sitePath } from '@/api/sites'
import { useFeed } from '@/app/useFeed'
import type { StreamEvent } from '@/studio/model/eventStream'
import { applyPatch, PatchMismatch } from '@/studio/model/jsonPatch'

type Known = Site | null

/** What is known of a site after an event; undefined when it does not fit. */
export function afterEvent(known: Known, { event, data }: StreamEvent): Known | undefined {
  try {
    if (event === 'snapshot') return JSON.parse(data)
    if (event === 'patch') return known === null ? undefined : applyPatch(known, JSON.parse(data))
    return known
  } catch (failure) {
    if (failure instanceof PatchMismatch || failure instanceof SyntaxError) return undefined
    throw failure
  }
}

export const useSite = (id: string) => useFeed<Known>(sitePath(id, '/feed'), null, afterEvent)
