import { useEffect, useEffectEvent } from 'react'

/** Keys, pressed one after the other and separated by a space (`g p`), and what they do. */
export type Shortcuts = Record<string, () => void>

const TOGETHER_MS = 1500

/**
 * Answers keys while the component is there; never while somebody types, or a dialog or a menu is
 * open. `mod+k` is Ctrl or Command with K, and works everywhere.
 */
export function useShortcuts(shortcuts: Shortcuts) {
  const run = useEffectEvent((keys: string) => {
    const action = shortcuts[keys]
    action?.()
    return action !== undefined
  })
  useEffect(() => {
    let before = { key: '', at: Number.NEGATIVE_INFINITY }
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.altKey) return
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
      if (event.ctrlKey || event.metaKey) {
        if (run(`mod+${key}`)) event.preventDefault()
        return
      }
      if (isTaken(event.target)) return
      const sequence = event.timeStamp - before.at < TOGETHER_MS ? `${before.key} ${key}` : key
      before = { key, at: event.timeStamp }
      if (run(sequence) || (sequence !== key && run(key))) {
        event.preventDefault()
        before = { key: '', at: Number.NEGATIVE_INFINITY }
      }
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}

function isTaken(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox], [role=combobox]') !== null
  )
}
