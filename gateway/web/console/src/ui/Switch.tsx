import { cn } from './cn'

type SwitchProps = { label: string; on: boolean; disabled?: boolean; onChange: (on: boolean) => void }

/** Something that is on or off, at once: the browser's own box, drawn as a switch. */
export function Switch({ label, on, disabled = false, onChange }: SwitchProps) {
  return (
    <input
      type="checkbox"
      role="switch"
      aria-label={label}
      checked={on}
      disabled={disabled}
      onChange={(event) => onChange(event.target.checked)}
      className={cn(
        'relative block h-6 w-11 shrink-0 cursor-pointer appearance-none rounded-full border border-line-strong bg-raised transition-colors',
        'before:absolute before:start-0.5 before:top-0.5 before:size-4.5 before:rounded-full before:bg-line-strong before:transition-[inset-inline-start]',
        'checked:border-accent checked:bg-accent checked:before:start-5.5 checked:before:bg-on-accent disabled:cursor-default disabled:opacity-50',
      )}
    />
  )
}
