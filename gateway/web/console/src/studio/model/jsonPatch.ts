/** One operation of a JSON Patch (RFC 6902). */
export interface PatchOperation {
  op: 'add' | 'remove' | 'replace' | 'move' | 'copy' | 'test'
  path: string
  from?: string
  value?: unknown
}

/** The document does not have what the patch speaks of: whoever holds it needs a fresh copy. */
export class PatchMismatch extends Error {}

/** Applies a patch and leaves the given document as it was; untouched branches are shared. */
export function applyPatch<T>(document: T, patch: readonly PatchOperation[]): T {
  return patch.reduce<unknown>(apply, document) as T
}

function apply(document: unknown, operation: PatchOperation): unknown {
  const path = steps(operation.path)
  switch (operation.op) {
    case 'add':
      return add(document, path, operation.value)
    case 'remove':
      return remove(document, path)
    case 'replace':
      return path.length === 0 ? operation.value : add(remove(document, path), path, operation.value)
    case 'copy':
      return add(document, path, read(document, steps(operation.from ?? '')))
    case 'move': {
      const from = steps(operation.from ?? '')
      return add(remove(document, from), path, read(document, from))
    }
    case 'test':
      if (JSON.stringify(read(document, path)) !== JSON.stringify(operation.value)) {
        throw new PatchMismatch(`${operation.path} is different`)
      }
      return document
  }
}

function steps(pointer: string): string[] {
  if (pointer === '') return []
  if (!pointer.startsWith('/')) throw new PatchMismatch(`${pointer} is no pointer`)
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function read(document: unknown, path: string[]): unknown {
  return path.reduce<unknown>((node, step) => {
    if (Array.isArray(node)) return node[place(step, node.length - 1)]
    return branch(node, step)[step]
  }, document)
}

function add(document: unknown, path: string[], value: unknown): unknown {
  return change(document, path, (node, step) => {
    if (Array.isArray(node)) return node.toSpliced(step === '-' ? node.length : place(step, node.length), 0, value)
    return with_(object(node), step, value)
  }, value)
}

function remove(document: unknown, path: string[]): unknown {
  return change(document, path, (node, step) => {
    if (Array.isArray(node)) return node.toSpliced(place(step, node.length - 1), 1)
    const { [step]: _, ...rest } = branch(node, step)
    return rest
  }, undefined)
}

/** Copies the way down to the last step and lets `last` change what holds it. */
function change(
  node: unknown,
  path: string[],
  last: (node: unknown, step: string) => unknown,
  whole: unknown,
): unknown {
  const [step, ...rest] = path
  if (step === undefined) return whole
  if (rest.length === 0) return last(node, step)
  if (Array.isArray(node)) {
    const index = place(step, node.length - 1)
    return node.with(index, change(node[index], rest, last, whole))
  }
  return with_(object(node), step, change(branch(node, step)[step], rest, last, whole))
}

/** Names such as `__proto__` are names like any other. */
function with_(node: Record<string, unknown>, step: string, value: unknown) {
  const copy = { ...node }
  Object.defineProperty(copy, step, { value, writable: true, enumerable: true, configurable: true })
  return copy
}

function object(node: unknown): Record<string, unknown> {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) {
    throw new PatchMismatch('there is no object')
  }
  return node as Record<string, unknown>
}

function branch(node: unknown, step: string): Record<string, unknown> {
  const held = object(node)
  if (!Object.hasOwn(held, step)) throw new PatchMismatch(`there is no ${step}`)
  return held
}

function place(step: string, last: number): number {
  const index = /^(0|[1-9]\d*)$/.test(step) ? Number(step) : Number.NaN
  if (!(index <= last)) throw new PatchMismatch(`there is no place ${step}`)
  return index
}
