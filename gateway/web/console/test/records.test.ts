import { expect, it } from 'vitest'
import type { Flow } from '@/api/flows'
import { labelsOf } from '@/pages/records/labels'
import { isFilled, valueAt } from '@/pages/records/tree'

const flow: Flow = {
  name: 'buying-process',
  title: 'Buying process',
  groups: [{ name: 'stages', key: 'id', titlePath: 'stages[].name', label: 'Stages', itemLabel: 'Stage' }],
  phases: [
    {
      id: 'one',
      title: 'One',
      fields: [
        { path: 'stages[].duration', type: 'string', label: 'Duration', control: false, required: true, options: [] },
        { path: 'type', type: 'choice', label: 'Type', control: false, required: true, options: [{ value: 'a', label: 'First' }] },
      ],
    },
  ],
}

it('calls a field of any row as the flow does', () => {
  expect(labelsOf(flow).field('stages[s7].duration')).toBe('Duration')
})

it('calls a row as the flow does', () => {
  expect(labelsOf(flow).field('stages[s7]')).toBe('Stage')
})

it('makes do with the path of a field that an old flow had, and with the value of an option it had', () => {
  const labels = labelsOf(flow)
  expect(labels.field('demographics.shoe_size')).toBe('shoe size')
  expect([labels.option('type', 'a'), labels.option('type', 'gone')]).toEqual(['First', 'gone'])
})

it('finds a value in the tree, and nothing where there is none', () => {
  const tree = { a: { b: { c: 3 } }, tags: ['x'], text: 'words' }
  expect(valueAt(tree, 'a.b.c')).toBe(3)
  expect(valueAt(tree, 'tags')).toEqual(['x'])
  expect([valueAt(tree, 'a.b'), valueAt(tree, 'text.length'), valueAt(tree, 'no.where')]).toEqual([undefined, undefined, undefined])
})

it('takes zero and no for an answer, and an empty text for none', () => {
  expect([isFilled(0), isFilled(false), isFilled(''), isFilled([]), isFilled(null)]).toEqual([true, true, false, false, false])
})
