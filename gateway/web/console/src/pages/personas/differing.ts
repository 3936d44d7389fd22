import type { PersonaText } from '@/api/personas'

const PARTS = ['name', 'description', 'needs', 'exemplars', 'vocabulary', 'opening', 'nextSteps', 'questions', 'buttons', 'knowledge'] as const

/** The parts in which two versions of a persona are not the same. */
export const differing = (one: PersonaText, other: PersonaText) => PARTS.filter((part) => written(one[part]) !== written(other[part]))

/** Nothing is nothing, however it is kept. */
const written = (value: unknown) => JSON.stringify(value || null)

/** What a person may write of a persona, and nothing else of it. */
export const textOf = (persona: PersonaText): PersonaText => ({
  name: persona.name,
  description: persona.description,
  needs: persona.needs,
  vocabulary: persona.vocabulary,
  exemplars: persona.exemplars,
  opening: persona.opening,
  nextSteps: persona.nextSteps,
  questions: persona.questions,
  buttons: persona.buttons,
  knowledge: persona.knowledge,
})
