import { expect, it } from 'vitest'
import ar from '@/studio/texts/ar.json'
import de from '@/studio/texts/de.json'
import en from '@/studio/texts/en.json'
import es from '@/studio/texts/es.json'

const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted()

it.each([
  ['de', de],
  ['es', es],
  ['ar', ar],
])('%s says everything that English says, with the same places for values', (_, texts: Record<string, string>) => {
  expect(Object.keys(texts)).toEqual(Object.keys(en))
  for (const [key, text] of Object.entries(en)) expect([key, places(texts[key] ?? '')]).toEqual([key, places(text)])
})
