import { expect, it } from 'vitest'
import { mapped, mappingOf, shareOf } from '@/pages/imports/model/mapping'
import { partsOf } from '@/pages/imports/model/parts'

it('cuts a file into parts without a gap, the last one as long as the rest', () => {
  expect(partsOf(25, 10)).toEqual([{ from: 0, to: 10 }, { from: 10, to: 20 }, { from: 20, to: 25 }])
  expect(partsOf(20, 10)).toHaveLength(2)
  expect(partsOf(0, 10)).toEqual([])
})

it('lets no two columns mean the same', () => {
  const before = mappingOf({ columns: [{ name: 'Firma', field: 'name', samples: [] }, { name: 'Ort', samples: [] }] })
  expect(before).toEqual(['name', null])
  expect(mapped(before, 1, 'name')).toEqual([null, 'name'])
  expect(mapped(mapped(before, 1, 'city'), 0, null)).toEqual([null, 'city'])
})

it('knows how far it is', () => {
  expect([shareOf({ read: 0, parts: 0 }), shareOf({ read: 1, parts: 4 }), shareOf({ read: 9, parts: 4 })]).toEqual([0, 0.25, 1])
})
