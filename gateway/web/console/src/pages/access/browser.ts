import Bowser from 'bowser'

/** The browser a user agent names and the system it runs on; undefined for programs and what is not known. */
export function browserOf(agent: string | null | undefined): { browser: string; system: string } | undefined {
  if (!agent) return undefined
  const { browser, os } = Bowser.parse(agent)
  return browser.name && os.name ? { browser: browser.name, system: os.name } : undefined
}
