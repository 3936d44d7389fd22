/** One step of a JSON Patch (RFC 6902); those that only test are never sent. */
export interface Step {
  op: string
  path: string
  from?: string
  value?: unknown
}

type Node = Record<string, unknown> | unknown[]

const keys = (path: string) =>
  path.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))

function reach(root: Node, path: string): { parent: Node; key: string } {
  const all = keys(path)
  const key = all.pop()
  const parent = all.reduce<unknown>((node, at) => (node as Record<string, unknown>)[at], root)
  if (key === undefined || typeof parent !== 'object' || parent === null) throw new Error(`no ${path} to patch`)
  return { parent: parent as Node, key }
}

function take(root: Node, path: string, keep: boolean): unknown {
  const { parent, key } = reach(root, path)
  const value = (parent as Record<string, unknown>)[key]
  if (!keep && Array.isArray(parent)) parent.splice(Number(key), 1)
  else if (!keep) delete (parent as Record<string, unknown>)[key]
  return value
}

function put(root: Node, path: string, value: unknown, instead: boolean) {
  const { parent, key } = reach(root, path)
  if (!Array.isArray(parent)) (parent as Record<string, unknown>)[key] = value
  else if (instead) parent[Number(key)] = value
  else parent.splice(key === '-' ? parent.length : Number(key), 0, value)
}

/** The document after all steps; throws when one cannot be taken. */
export function patched<T extends object>(document: T, steps: Step[]): T {
  const copy = structuredClone(document)
  const root = copy as unknown as Node
  for (const { op, path, from, value } of steps) {
    if (op === 'remove') take(root, path, false)
    else if (op === 'move' || op === 'copy') put(root, path, take(root, from ?? '', op === 'copy'), false)
    else put(root, path, value, op === 'replace')
  }
  return copy
}
