import { expect, test } from 'vitest'
import { appearance, readable } from '../src/launcher/appearance'
import { direction, language } from '../src/launcher/language'

test('the page counts, then the key, then the default', () => {
  expect(appearance({ accent: '#112233' }, { accent: '#445566', position: 'left', title: 'Ask us' })).toMatchObject({
    accent: '#112233', position: 'left', scheme: 'auto', title: 'Ask us',
  })
  expect(appearance({}, {})).toMatchObject({ accent: '#2f5d50', position: 'right', scheme: 'auto' })
})

test('what makes no sense is passed over', () => {
  expect(appearance({ accent: 'red;}*{x:y', position: 'top', scheme: 'neon' }, { accent: '#445566', position: 'left' })).toMatchObject({
    accent: '#445566', position: 'left', scheme: 'auto',
  })
})

test.each(['#000000', '#2f5d50', '#777777', '#888888', '#ffee00', '#ffffff', '#0b5fff'])(
  'words on %s can be read',
  (colour) => expect(contrast(colour, readable(colour))).toBeGreaterThanOrEqual(4.5),
)

function contrast(one: string, other: string) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

function luminance(colour: string) {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
  const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

test('the first language that is spoken here counts', () => {
  expect(language(undefined, '', 'fr-FR', 'de-AT', 'en')).toBe('de')
  expect(language('AR-eg')).toBe('ar')
  expect(language('ru')).toBe('en')
  expect(direction(language('ar'))).toBe('rtl')
})
