import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newId, Outbox } from '../src/panel/outbox'
import { Storage } from '../src/panel/storage'

beforeEach(() => localStorage.clear())
afterEach(() => vi.unstubAllGlobals())

test('what was said outlives the page', () => {
  new Outbox(new Storage('k')).add({ messageId: 'm1', text: 'hello' })
  expect(new Outbox(new Storage('k')).all()).toEqual([{ messageId: 'm1', text: 'hello' }])
  expect(new Outbox(new Storage('other')).all()).toEqual([])
})

test('a tab takes away only what it has sent', () => {
  const one = new Outbox(new Storage('k'))
  const other = new Outbox(new Storage('k'))
  one.add({ messageId: 'm1' })
  other.add({ messageId: 'm2' })
  one.done('m1')
  expect(other.all()).toEqual([{ messageId: 'm2' }])
})

test('a page that may store nothing still sends', () => {
  const denied = () => {
    throw new Error('denied')
  }
  vi.stubGlobal('localStorage', { getItem: denied, setItem: denied })
  const outbox = new Outbox(new Storage('k'))
  outbox.add({ messageId: 'm1' })
  expect(outbox.all()).toHaveLength(1)
})

test('what cannot be read is as if it were not there', () => {
  localStorage.setItem('rapport:k:outbox', '{broken')
  expect(new Outbox(new Storage('k')).all()).toEqual([])
})

test('ids are never the same', () => {
  expect(new Set(Array.from({ length: 1000 }, newId)).size).toBe(1000)
})
