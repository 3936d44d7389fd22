import { expect, test } from 'vitest'
import { LANGUAGES } from '../src/launcher/language'
import { WORDS } from '../src/panel/words'

test.each(LANGUAGES)('%s says everything, in words of its own', (language) => {
  const said = Object.values(WORDS[language])
  expect(said.every((text) => text.trim() === text && text.length > 1)).toBe(true)
  if (language !== 'en') {
    const same = Object.entries(WORDS[language]).filter(([key, text]) => WORDS.en[key as keyof typeof WORDS.en] === text)
    expect(same).toEqual([])
  }
})
