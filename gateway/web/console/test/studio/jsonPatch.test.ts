import { describe, expect, it } from 'vitest'
import { applyPatch, PatchMismatch, type PatchOperation } from '@/studio/model/jsonPatch'

const document = { rev: 4, values: { a: 'x' }, open: ['a', 'b', 'c'], 'odd/name~': 1 }
const after = (...patch: PatchOperation[]) => applyPatch(document, patch)

describe('a JSON patch', () => {
  it('adds, replaces and removes in objects', () => {
    expect(
      after(
        { op: 'add', path: '/values/b', value: { c: 1 } },
        { op: 'replace', path: '/rev', value: 5 },
        { op: 'remove', path: '/values/a' },
      ),
    ).toEqual({ ...document, rev: 5, values: { b: { c: 1 } } })
  })

  it('inserts into lists, at the end too, and takes out of them', () => {
    expect(
      after(
        { op: 'add', path: '/open/1', value: 'new' },
        { op: 'add', path: '/open/-', value: 'last' },
        { op: 'remove', path: '/open/0' },
      ).open,
    ).toEqual(['new', 'b', 'c', 'last'])
  })

  it('moves and copies', () => {
    expect(
      after(
        { op: 'move', from: '/open/0', path: '/open/2' },
        { op: 'copy', from: '/values/a', path: '/values/b' },
      ),
    ).toMatchObject({ open: ['b', 'c', 'a'], values: { a: 'x', b: 'x' } })
  })

  it('reads escaped names', () => {
    expect(after({ op: 'replace', path: '/odd~1name~0', value: 2 })).toMatchObject({ 'odd/name~': 2 })
  })

  it('leaves the document as it was and shares what did not change', () => {
    const before = structuredClone(document)
    const changed = after({ op: 'replace', path: '/values/a', value: 'y' })
    expect(document).toEqual(before)
    expect(changed.open).toBe(document.open)
  })

  it.each<PatchOperation>([
    { op: 'replace', path: '/missing', value: 1 },
    { op: 'remove', path: '/open/3' },
    { op: 'add', path: '/open/4', value: 1 },
    { op: 'add', path: '/nowhere/a', value: 1 },
    { op: 'add', path: '/rev/a', value: 1 },
    { op: 'add', path: '/open/01', value: 1 },
    { op: 'test', path: '/rev', value: 9 },
  ])('refuses what does not fit the document: $op $path', (operation) => {
    expect(() => after(operation)).toThrow(PatchMismatch)
  })

  it('takes __proto__ for a name', () => {
    const changed = after({ op: 'add', path: '/values/__proto__', value: { bad: true } })
    expect(Object.hasOwn(changed.values, '__proto__')).toBe(true)
    expect(({} as Record<string, unknown>)['bad']).toBeUndefined()
  })
})
