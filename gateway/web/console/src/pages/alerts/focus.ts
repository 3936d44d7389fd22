import type { Alert } from '@/api/alerts'

const lines = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
/** The id of the alert that an element belongs to. */
export const lineOf = (element: Element | null) => element?.closest<HTMLElement>('[data-alert]')?.dataset.alert

/** The focus goes to the next line, or to the one before. */
export function step(list: HTMLElement | null, by: 1 | -1) {
  const all = lines(list)
  const at = all.findIndex((line) => lineOf(line) === lineOf(document.activeElement))
  all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]?.focus()
}

/** The focus goes on to the next alert when the one it is on leaves, so that keys go on working. */
export function focusNear(list: HTMLElement | null, gone: Alert[]) {
  const all = lines(list)
  const at = all.findIndex((line) => lineOf(line) === lineOf(document.activeElement))
  if (at < 0) return
  const stays = (line: HTMLElement) => !gone.some(({ id }) => id === lineOf(line))
  const next = all.slice(at).find(stays) ?? all.slice(0, at).findLast(stays)
  next?.focus()
}
