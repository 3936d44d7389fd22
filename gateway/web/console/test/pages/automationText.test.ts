import { expect, it } from 'vitest'
import { copyOf, faultyLines, indented, lineRange } from '@/pages/automations/yaml'

const TEXT = 'one\ntwo\n  three'

it('finds a line, and the last one when there are not as many', () => {
  expect(lineRange(TEXT, 2)).toEqual({ from: 4, to: 7 })
  expect(lineRange(TEXT, 9)).toEqual({ from: 8, to: 15 })
  expect(lineRange('', 1)).toEqual({ from: 0, to: 0 })
})

it('marks a line once, however much is wrong with it', () => {
  const fault = { line: 3, column: 1, code: 'x', detail: 'x' }
  expect([...faultyLines([fault, { ...fault, column: 5 }])]).toEqual([3])
})

it('moves in where the mark stands, and out at the beginning of the line', () => {
  expect(indented(TEXT, 4, false)).toEqual({ text: 'one\n  two\n  three', at: 6 })
  expect(indented(TEXT, 12, true)).toEqual({ text: 'one\ntwo\nthree', at: 10 })
  expect(indented(TEXT, 5, true)).toEqual({ text: TEXT, at: 5 })
  expect(indented(TEXT, 9, true)).toEqual({ text: 'one\ntwo\nthree', at: 8 })
})

it('copies an automation under a name nobody has', () => {
  const yaml = 'customer_workflows:\n  call:\n    trigger: call_me\n'
  expect(copyOf(yaml, 'call', ['call'])).toBe('customer_workflows:\n  call_copy:\n    trigger: call_me\n')
  expect(copyOf(yaml, 'call', ['call', 'call_copy', 'call_copy_2'])).toContain('\n  call_copy_3:\n')
})
