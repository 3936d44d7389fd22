import { useSyncExternalStore } from 'react'

export const THEMES = ['light', 'dark', 'system'] as const

export type Theme = (typeof THEMES)[number]

const KEY = 'rapport.theme'
const dark = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

/** What somebody chose; the system decides until then. */
export function theme(): Theme {
  const kept = localStorage.getItem(KEY)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

export function chooseTheme(choice: Theme) {
  if (choice === 'system') localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, choice)
  paint()
}

function paint() {
  const isDark = theme() === 'dark' || (theme() === 'system' && dark.matches)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

// Another tab's choice counts here, too.
dark.addEventListener('change', paint)
addEventListener('storage', (event) => event.key === KEY && paint())

export const useTheme = () => useSyncExternalStore(subscribe, theme)
