import type { Value } from './wire'

/**
 * Whether a field's guard holds, for guards that compare one field with a few texts, such as
 * `kind in ['A', 'B']`. Undefined for all others: there the server's word counts.
 */
export function holds(
  guard: string,
  value: (path: string) => Value | undefined,
): boolean | undefined {
  const match = /^([\w.[\]]+) in \[('[^']*'(?:, '[^']*')*)\]$/.exec(guard)
  if (!match) return undefined
  const [, path, list] = match as unknown as [string, string, string]
  const known = value(path)
  if (known === undefined) return false
  return list
    .slice(1, -1)
    .split("', '")
    .includes(String(known))
}

/** The fields a guard names, or seems to. */
export function reads(guard: string, path: string): boolean {
  return guard.split(/[^\w.[\]]+/).includes(path)
}
