import type { Labels } from '../records/labels'

/** What counts for a score and has words. */
export const FEATURES = [
  'icp', 'size', 'industry', 'authority', 'address', 'persona', 'budget', 'need', 'stack', 'readiness', 'pricing',
  'timeline', 'integration', 'security', 'competitor', 'objection', 'churn', 'recency', 'messages', 'visits', 'person',
]

/** A name of the server's in words: as the flow calls it where it does, else its last part as it is written. */
export function inWords(labels: Labels, name: string): string {
  const words = labels.field(name.replace(/^.*[.:]/, '')).replace(/([a-z])([A-Z])/g, (_, end, start) => `${end} ${start.toLowerCase()}`)
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}
