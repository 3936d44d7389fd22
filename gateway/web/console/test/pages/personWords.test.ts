import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import en from '@/pages/people/texts/en.json'

it('there are words for everything that profile-service can know of a person', () => {
  const code = readFileSync(`${import.meta.dirname}/../../../../../profile-service/src/main/java/rapport/profile/person/PersonFields.java`, 'utf8')
  const paths = [...code.matchAll(/"((?:identity|company|behavior|requirements|intelligence|engagement)\.\w+)"/g)].map(([, path]) => path ?? '')
  expect(paths.length).toBeGreaterThan(20)
  for (const path of paths) expect(en).toHaveProperty([`field.${path}`])
})
