import { expect, test } from 'vitest'
import { patched } from '../src/panel/patch'

const document = { mode: 'lead', asked: ['a', 'b'], next: null as string | null, 'x/y~z': 1 }

test('takes every kind of step, and leaves the document before as it was', () => {
  const after = patched(document, [
    { op: 'replace', path: '/mode', value: 'sales' },
    { op: 'add', path: '/asked/1', value: 'c' },
    { op: 'add', path: '/asked/-', value: 'd' },
    { op: 'remove', path: '/asked/0' },
    { op: 'remove', path: '/next' },
    { op: 'move', from: '/x~1y~0z', path: '/moved' },
    { op: 'copy', from: '/mode', path: '/again' },
  ])
  expect(after).toEqual({ mode: 'sales', asked: ['c', 'b', 'd'], moved: 1, again: 'sales' })
  expect(document.mode).toBe('lead')
})

test('a step that leads nowhere is a mistake, not a guess', () => {
  expect(() => patched(document, [{ op: 'replace', path: '/no/where', value: 1 }])).toThrow()
  expect(() => patched(document, [{ op: 'replace', path: '', value: 1 }])).toThrow()
})
