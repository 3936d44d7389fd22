import type { PersonaText } from '@/api/personas'

/** A persona as it is being written: its lists are texts with an entry a line. */
export type Draft = {
  name: string
  description: string
  needs: string
  vocabulary: string
  exemplars: string
  opening: string
  nextSteps: string
  questions: string
  buttons: string
  knowledge: PersonaText['knowledge']
}

export function draftOf(persona: PersonaText | undefined): Draft {
  return {
    name: persona?.name ?? '',
    description: persona?.description ?? '',
    needs: lines(persona?.needs),
    vocabulary: lines(persona?.vocabulary),
    exemplars: lines(persona?.exemplars),
    opening: persona?.opening ?? '',
    nextSteps: persona?.nextSteps ?? '',
    questions: lines(persona?.questions.map(({ text }) => text)),
    buttons: lines(persona?.buttons.map(({ label }) => label)),
    knowledge: persona?.knowledge ?? [],
  }
}

/** What is written, with what a question asks for and a button is about, where they were there before. */
export function textOf(draft: Draft, before: PersonaText | undefined): PersonaText {
  return {
    name: draft.name.trim(),
    description: draft.description.trim(),
    needs: entries(draft.needs),
    vocabulary: entries(draft.vocabulary),
    exemplars: entries(draft.exemplars),
    opening: draft.opening.trim() || null,
    nextSteps: draft.nextSteps.trim() || null,
    questions: entries(draft.questions).map((text) => before?.questions.find((one) => one.text === text) ?? { path: null, text }),
    buttons: entries(draft.buttons).map((label) => before?.buttons.find((one) => one.label === label) ?? { label, topic: null }),
    knowledge: draft.knowledge
      .map(({ topic, question, answer, source }) => ({ topic: topic.trim(), question: question.trim(), answer: answer.trim(), source }))
      .filter(({ topic, answer }) => topic !== '' || answer !== ''),
  }
}

const lines = (texts: string[] = []) => texts.join('\n')

const entries = (text: string) => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]
