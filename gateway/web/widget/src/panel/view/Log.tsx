import { useLayoutEffect, useRef } from 'preact/hooks'
import type { State } from '../state'
import type { Message, Outgoing } from '../wire'
import type { Words } from '../words'
import { Text } from './Text'

/** How far from the end somebody may have scrolled and still be taken along. */
const NEAR = 120

/** Everything that was said. New messages are read out; the history is not. */
export function Log({ state, words }: { state: State; words: Words }) {
  const log = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const { messages, waiting, notice, live, typing } = state
  useLayoutEffect(() => {
    if (log.current && atEnd.current) log.current.scrollTop = log.current.scrollHeight
  }, [messages, waiting, notice, typing, live])

  return (
    <div
      class="log"
      ref={log}
      role="log"
      aria-label={words.conversation}
      aria-live={live ? 'polite' : 'off'}
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR
      }}
    >
      {messages.map((message) => (
        <Said key={message.id} message={message} words={words} />
      ))}
      {waiting.map((outgoing) => (
        <Waiting key={outgoing.messageId} outgoing={outgoing} words={words} />
      ))}
      {notice && <p class="notice">{notice === 'person' ? words.personNow : words.saved}</p>}
    </div>
  )
}

function Said({ message, words }: { message: Message; words: Words }) {
  const mine = message.role === 'user'
  const speaker = mine ? words.you : message.role === 'bot' ? words.bot : (message.author ?? words.person)
  const steps = [message.nextSteps ?? []].flat()
  return (
    <div class={`said ${mine ? 'mine' : 'theirs'}`} data-persona={message.persona} data-undone={message.undone}>
      {message.role !== 'bot' && !mine && <span class="speaker" aria-hidden="true">{speaker}</span>}
      <div class="bubble">
        <span class="unseen">{speaker}: </span>
        <Text text={message.mainText ?? message.text} />
      </div>
      {steps.length > 0 && (
        <ul class="steps" aria-label={words.next}>
          {steps.map((step) => (
            <li>
              <bdi dir="auto">{step}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const Waiting = ({ outgoing, words }: { outgoing: Outgoing; words: Words }) => (
  <div class="said mine waiting">
    <div class="bubble">
      <span class="unseen">{words.you}: </span>
      <Text text={outgoing.text ?? ''} />
    </div>
    <span class="unseen"> ({words.sending})</span>
  </div>
)
