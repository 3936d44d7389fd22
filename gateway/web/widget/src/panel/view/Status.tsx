import type { State } from '../state'
import type { Words } from '../words'

/** What is going on: one short line, said once. */
export function Status({ state, words }: { state: State; words: Words }) {
  const { problem, connection, typing, view } = state
  const text = problem
    ? words[problem]
    : connection === 'offline' || connection === 'reconnecting'
      ? words[connection]
      : !view
        ? words.connecting
        : ''
  return (
    <div class="status" role="status">
      {text ? (
        <p class={problem ? 'problem' : ''}>{text}</p>
      ) : (
        typing && (
          <p class="typing">
            <span class="unseen">{words.typing}</span>
            <i />
            <i />
            <i />
          </p>
        )
      )}
    </div>
  )
}
