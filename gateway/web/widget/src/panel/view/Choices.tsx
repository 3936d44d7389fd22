import type { Button } from '../wire'

interface Props {
  choices: Button[]
  label: string
  choose: (button: Button) => void
}

/** What can be tapped instead of typed. */
export function Choices({ choices, label, choose }: Props) {
  if (choices.length === 0) return null
  return (
    <div class="choices" role="group" aria-label={label}>
      {choices.map((button) => (
        <button
          type="button"
          onClick={({ currentTarget }) => {
            // It goes away with the tap; who uses the keyboard goes on at the text.
            const root = currentTarget.getRootNode() as ShadowRoot
            choose(button)
            root.querySelector<HTMLElement>('textarea')?.focus({ preventScroll: true })
          }}
        >
          <bdi dir="auto">{button.label}</bdi>
        </button>
      ))}
    </div>
  )
}
