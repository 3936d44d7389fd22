import { render } from 'preact'
import type { Appearance } from '../launcher/appearance'
import { direction, type Language, language } from '../launcher/language'
import { Chat } from './chat'
import { PANEL_STYLE } from './style'
import { asksForEmail } from './state'
import { Dialog } from './view/Dialog'
import type { Claim } from './wire'

/** What the launcher gives the panel. */
export interface Surroundings {
  base: string
  key: string
  root: ShadowRoot
  look: Appearance
  language: Language
  /** The language the conversation should begin in. */
  locale: string
  identity: Claim | undefined
  /** The visitor has closed the panel. */
  closed(): void
  /** Something was said while the panel was closed. */
  unread(): void
  /** The conversation goes on in this language. */
  spoken(locale: string): void
}

/** What the launcher does with the panel. */
export interface Panel {
  open(focus: boolean): void
  close(): void
  isOpen(): boolean
}

/** Puts the panel beside the launcher, closed. */
export function mount(surroundings: Surroundings): Panel {
  const { root, look } = surroundings
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(PANEL_STYLE)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  const place = document.createElement('div')
  place.className = 'place'
  place.dataset.scheme = look.scheme
  // The panel comes first, so that Tab goes from the launcher out of the chat and not into it again.
  root.prepend(place)
  const chat = new Chat({
    base: surroundings.base,
    key: surroundings.key,
    locale: surroundings.locale,
    identity: surroundings.identity,
  })
  let shown = false
  let spoken = surroundings.language

  function draw() {
    const now = language(chat.state.view?.locale, surroundings.language)
    if (now !== spoken) surroundings.spoken((spoken = now))
    place.lang = now
    place.dir = direction(now)
    render(
      <Dialog
        shown={shown}
        state={chat.state}
        language={now}
        look={look}
        consent={asksForEmail(chat.state)}
        say={(text, action) => chat.say(text, action)}
        seen={() => chat.live()}
        close={close}
      />,
      place,
    )
  }

  function close() {
    shown = false
    draw()
    surroundings.closed()
  }

  chat.changed = draw
  chat.arrived = (message) => {
    if (!shown) surroundings.unread()
    const { persona, profileContext } = message
    const detail = { mode: chat.state.view?.mode, persona, profileContext }
    root.host.dispatchEvent(new CustomEvent('rapport:reply', { detail, bubbles: true }))
  }
  return {
    open(focus) {
      shown = true
      draw()
      chat.begin()
      if (focus) place.querySelector<HTMLElement>('textarea')?.focus()
    },
    close,
    isOpen: () => shown,
  }
}
