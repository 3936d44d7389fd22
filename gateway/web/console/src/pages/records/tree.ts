import type { Tree, Value } from '@/api/records'

/** The value at a path such as `demographics.age`; undefined where there is none. */
export function valueAt(tree: Tree, path: string): Value | undefined {
  let at: unknown = tree
  for (const step of path.split('.')) {
    if (typeof at !== 'object' || at === null || Array.isArray(at)) return undefined
    at = (at as Tree)[step]
  }
  return isValue(at) ? at : undefined
}

/** Whether somebody has said something there. */
export const isFilled = (value: Value | undefined): value is Exclude<Value, null> =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

function isValue(value: unknown): value is Value {
  return value === null || typeof value !== 'object' || (Array.isArray(value) && value.every((item) => typeof item === 'string'))
}
