import { expect, it } from 'vitest'
import type { PersonaText } from '@/api/personas'
import { draftOf, textOf } from '@/pages/personas/draft'

const agency: PersonaText = {
  name: 'Agency',
  description: 'Works for clients',
  needs: ['one place', 'our brand'],
  vocabulary: ['retainer'],
  exemplars: [],
  opening: null,
  nextSteps: 'Ask for the number of clients',
  questions: [{ path: 'team_size', text: 'How many clients?' }],
  buttons: [{ label: 'Partners', topic: 'partners' }],
  knowledge: [{ topic: 'pricing', question: 'What does it cost?', answer: 'It depends.', source: 'https://shop.example/prices' }],
}

it('is the same persona again when nothing was changed', () => {
  expect(textOf(draftOf(agency), agency)).toEqual(agency)
})

it('has one entry a line, without empty ones and without the same twice', () => {
  expect(textOf({ ...draftOf(agency), needs: ' speed \n\nspeed\nreports' }, agency).needs).toEqual(['speed', 'reports'])
})

it('keeps what a question asks for, and a new question asks for nothing in particular', () => {
  const draft = { ...draftOf(agency), questions: 'Who decides?\nHow many clients?' }
  expect(textOf(draft, agency).questions).toEqual([
    { path: null, text: 'Who decides?' },
    { path: 'team_size', text: 'How many clients?' },
  ])
})

it('leaves out an answer in which nothing was written', () => {
  const draft = { ...draftOf(agency), knowledge: [...agency.knowledge, { topic: ' ', question: '', answer: '', source: null }] }
  expect(textOf(draft, agency).knowledge).toEqual(agency.knowledge)
})
