import { describe, expect, test } from 'vitest'
import { blocks, pieces } from '../src/panel/blocks'

test('lines are paragraphs, lines with bullets one list', () => {
  expect(blocks('Hello\n\n• one\n- two\n\nBye')).toEqual([
    { kind: 'paragraph', pieces: [{ text: 'Hello' }] },
    { kind: 'list', items: [[{ text: 'one' }], [{ text: 'two' }]] },
    { kind: 'paragraph', pieces: [{ text: 'Bye' }] },
  ])
})

describe('addresses', () => {
  test.each([
    ['see https://a.example/x?y=1.', 'https://a.example/x?y=1', '.'],
    ['(https://a.example)', 'https://a.example', ')'],
    ['انظر https://a.example/ب؟', 'https://a.example/ب', '؟'],
  ])('%s', (text, href, rest) => {
    const all = pieces(text)
    expect(all.find((piece) => piece.href)?.href).toBe(href)
    expect(all.at(-1)?.text).toBe(rest)
    expect(all.map((piece) => piece.text).join('')).toBe(text)
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', 'http://', '<a href="x">y</a>', 'www.example.com'])(
    'nothing else is one: %s',
    (text) => expect(pieces(text)).toEqual([{ text }]),
  )
})

test('no character of a text is lost', () => {
  const hostile = '<img src=x onerror=alert(1)> &amp; https://a.example/<b> \u202E end'
  expect(pieces(hostile).map((piece) => piece.text).join('')).toBe(hostile)
})
