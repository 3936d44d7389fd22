import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useShortcuts } from '@/app/shortcuts'
import { Icon } from '@/ui/Icon'
import { Input } from '@/ui/Input'

const PAUSE_MS = 250

/** Words to search for; told when the hand rests or leaves. The words live in the address, so a link shows the same. */
export function SearchBox({ label, words, onChange }: { label: string; words: string; onChange: (words: string) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(words)
  const asked = useRef(words)

  // The address can change without us: by going back, or by a link.
  useEffect(() => {
    if (words !== asked.current) {
      asked.current = words
      setText(words)
    }
  }, [words])

  const telling = () => {
    const wanted = text.trim()
    if (wanted === asked.current) return
    asked.current = wanted
    onChange(wanted)
  }
  const tell = useEffectEvent(telling)
  useEffect(() => {
    if (text.trim() === asked.current) return
    const timer = setTimeout(() => tell(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])

  useShortcuts({ '/': () => input.current?.focus() })

  return (
    <div role="search" className="relative min-w-48 flex-1 sm:max-w-sm">
      <Icon name="search" className="pointer-events-none absolute start-3 top-2.5 text-quiet" />
      <Input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
        // Told later, it would lead back from the row that is opened now.
        onBlur={() => telling()}
        className="ps-9"
      />
    </div>
  )
}
