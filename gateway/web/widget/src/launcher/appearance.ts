/** How the widget looks: as the page says, else as its key says, else as it is by default. */
export interface Appearance {
  accent: string
  onAccent: string
  position: 'left' | 'right'
  scheme: 'auto' | 'light' | 'dark'
  title?: string
  privacyUrl?: string
}

type Said = Partial<Record<string, string>>

const oneOf = <T extends string>(options: readonly T[], ...said: (string | undefined)[]): T =>
  options.find((option) => option === said.find((text) => options.includes(text as T))) ?? options[0]!

export function appearance(page: Said, key: Said): Appearance {
  const accent = [page.accent, key.accent].find((text) => /^#[0-9a-f]{6}$/i.test(text ?? '')) ?? '#2f5d50'
  const title = page.title || key.title
  return {
    accent,
    onAccent: readable(accent),
    position: oneOf(['right', 'left'], page.position, key.position),
    scheme: oneOf(['auto', 'light', 'dark'], page.scheme, key.scheme),
    ...(title && { title }),
    ...(key.privacyUrl && { privacyUrl: key.privacyUrl }),
  }
}

/** Black or white, whichever can be read better on the colour (WCAG's relative luminance). */
export function readable(colour: string): '#000000' | '#ffffff' {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  const luminance = 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
  return luminance > 0.179 ? '#000000' : '#ffffff'
}
