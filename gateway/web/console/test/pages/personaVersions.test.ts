import { expect, it } from 'vitest'
import type { PersonaText } from '@/api/personas'
import { differing, textOf } from '@/pages/personas/differing'

const NOW: PersonaText = {
  name: 'Night shift',
  description: '',
  needs: ['quiet software'],
  vocabulary: [],
  exemplars: [],
  opening: null,
  nextSteps: null,
  questions: [],
  buttons: [],
  knowledge: [],
}

it('names the parts in which two versions are not the same', () => {
  expect(differing({ ...NOW, name: 'Day shift', needs: ['quiet software', 'light'] }, NOW)).toEqual(['name', 'needs'])
  expect(differing({ ...NOW, opening: '' }, NOW)).toEqual([])
})

it('puts back what people write, and nothing else of a version', () => {
  expect(textOf({ ...NOW, version: 3, status: 'approved' } as PersonaText)).toEqual(NOW)
})
