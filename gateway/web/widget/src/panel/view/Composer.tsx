import { useRef } from 'preact/hooks'
import type { Words } from '../words'
import { Icon } from './Icon'

const LONGEST = 4000

interface Props {
  words: Words
  /** Whether an e-mail address is wanted. */
  email: boolean
  say: (text: string) => void
}

/** Where the visitor writes. Enter sends, Shift and Enter begin a new line. */
export function Composer({ words, email, say }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)

  function fit() {
    const text = field.current!
    text.style.height = 'auto'
    text.style.height = `${text.scrollHeight + 2}px`
  }

  function send() {
    const text = field.current!
    const said = text.value.trim()
    if (said === '') return
    text.value = ''
    fit()
    say(said)
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
        field.current!.focus()
      }}
    >
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        maxLength={LONGEST}
        aria-label={words.write}
        placeholder={words.write}
        inputMode={email ? 'email' : 'text'}
        autocapitalize={email ? 'none' : 'sentences'}
        enterkeyhint="send"
        onInput={fit}
        onKeyDown={(event) => {
          // Keys of a host page's shortcuts are not for it while somebody writes here.
          if (event.key !== 'Escape') event.stopPropagation()
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
          event.preventDefault()
          send()
        }}
      />
      <button type="submit" class="send" aria-label={words.send}>
        <Icon path="M4 12h15M13 6l6 6-6 6" />
      </button>
    </form>
  )
}
