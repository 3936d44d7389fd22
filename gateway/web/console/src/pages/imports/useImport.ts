import { type Import, importPath } from '@/api/imports'
import { useFeed } from '@/app/useFeed'
import type { StreamEvent } from '@/studio/model/eventStream'

type Known = Import | null

/** What is known of an import after an event; undefined when it cannot be read. */
export function afterEvent(known: Known, { event, data }: StreamEvent): Known | undefined {
  if (event !== 'import') return known
  try {
    return JSON.parse(data) as Import
  } catch {
    return undefined
  }
}

export const useImport = (id: string) => useFeed<Known>(importPath(id, '/feed'), null, afterEvent)
