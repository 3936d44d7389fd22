import { useState, type KeyboardEvent } from 'react'
import { Button } from '@/ui/Button'
import { Icon } from '../icons'
import { useStudio } from '../studio'
import { useTexts } from '../texts'

const LONGEST = 16_000

/** Where a message is written. Enter sends, Shift+Enter begins a new line. */
export function Composer() {
  const { session, flow } = useStudio()
  const { t } = useTexts()
  const [text, setText] = useState('')
  const send = () => {
    const said = text.trim()
    if (said === '') return
    session.say(said)
    setText('')
  }
  const keys = (event: KeyboardEvent) => {
    // The Enter that ends a composition, as in Japanese, belongs to the word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <textarea
        id="studio-message"
        rows={1}
        value={text}
        maxLength={LONGEST}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={keys}
        lang={flow.locale}
        dir="auto"
        aria-label={t('chat.message')}
        placeholder={t('chat.placeholder')}
        className="field-sizing-content max-h-40 min-h-11 flex-1 resize-none rounded-xl border border-line-strong bg-card px-3.5 py-2.5 placeholder:text-quiet focus-visible:outline-offset-0"
      />
      <Button type="submit" variant="primary" size="icon" aria-label={t('chat.send')} title={t('chat.send')} className="size-11!">
        <Icon name="send" className="size-5 rtl:-scale-x-100" />
      </Button>
    </form>
  )
}
