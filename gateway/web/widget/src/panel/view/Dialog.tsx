import { useEffect } from 'preact/hooks'
import type { Appearance } from '../../launcher/appearance'
import type { Language } from '../../launcher/language'
import { choices, type State } from '../state'
import type { Action } from '../wire'
import { WORDS } from '../words'
import { Choices } from './Choices'
import { Composer } from './Composer'
import { Icon } from './Icon'
import { Log } from './Log'
import { Status } from './Status'

interface Props {
  shown: boolean
  state: State
  language: Language
  look: Appearance
  consent: boolean
  say: (text: string, action?: Action) => void
  /** The history is on the screen. */
  seen: () => void
  close: () => void
}

/** The chat: a dialog beside the page, which can still be used. */
export function Dialog({ shown, state, language, look, consent, say, seen, close }: Props) {
  const words = WORDS[language]
  const there = state.view !== undefined
  useEffect(() => {
    // What is read out must be there before it is announced as new.
    if (shown && there && !state.live) requestAnimationFrame(() => requestAnimationFrame(seen))
  }, [shown, there, state.live, seen])

  return (
    <div
      class="panel"
      role="dialog"
      aria-modal="false"
      aria-labelledby="title"
      hidden={!shown}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return
        event.stopPropagation()
        close()
      }}
    >
      <div class="header">
        <h2 id="title">
          <bdi dir="auto">{look.title ?? words.title}</bdi>
        </h2>
        <button type="button" class="plain" aria-label={words.close} onClick={close}>
          <Icon path="M6 6l12 12M18 6L6 18" />
        </button>
      </div>
      <Log state={state} words={words} />
      <Status state={state} words={words} />
      <Choices
        choices={choices(state)}
        label={words.suggestions}
        choose={({ label, action }) => say(label, action)}
      />
      {consent && (
        <p class="consent">
          {words.consent}{' '}
          {look.privacyUrl && (
            <a href={look.privacyUrl} target="_blank" rel="noopener noreferrer">
              {words.privacy}
            </a>
          )}
        </p>
      )}
      <Composer words={words} email={consent} say={say} />
    </div>
  )
}
