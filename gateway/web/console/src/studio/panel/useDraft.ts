import { useRef, useState } from 'react'
import type { PanelField } from '../model/panel'
import type { Value } from '../model/wire'
import { useRejection, useStudio } from '../studio'

/**
 * What a person is typing into a field. While they are in it the field is theirs: a change from elsewhere
 * is offered, never put under their hands.
 */
export function useDraft(field: PanelField, read: (text: string) => Value | null, write: (value: Value | undefined) => string) {
  const { session } = useStudio()
  const shownRev = () => session.snapshot().record?.rev ?? 0
  const rejection = useRejection(field.path)
  const [mine, setMine] = useState<{ text: string; began: string; rev: number } | undefined>()
  // Esc leaves the field, which would otherwise save.
  const abandoned = useRef(false)
  const known = write(field.record.value)
  const kept = rejection === undefined ? known : write(rejection.value ?? undefined)
  const changed = mine !== undefined && mine.began !== known && mine.text !== known ? field.record.value : undefined

  const commit = () => {
    if (mine !== undefined && !abandoned.current && mine.text !== mine.began) {
      const value = read(mine.text)
      if (write(value ?? undefined) !== mine.began) session.edit(field.path, value, mine.rev)
    }
    abandoned.current = false
  }
  return {
    text: mine?.text ?? kept,
    /** Somebody else has written this here meanwhile. */
    changed,
    rejection,
    focus: () => setMine({ text: kept, began: known, rev: shownRev() }),
    type: (text: string) => setMine((before) => ({ began: known, rev: shownRev(), ...before, text })),
    /** Saves without leaving the field. */
    save: () => {
      commit()
      setMine((before) => before && { ...before, began: before.text, rev: shownRev() })
    },
    leave: () => {
      commit()
      setMine(undefined)
    },
    abandon: () => {
      abandoned.current = true
      session.forgive(field.path)
      setMine(undefined)
    },
    useOther: () => {
      session.forgive(field.path)
      setMine({ text: known, began: known, rev: shownRev() })
    },
  }
}
