import { Switch as Base } from '@base-ui/react/switch'

type SwitchProps = { label: string; on: boolean; disabled?: boolean; onChange: (on: boolean) => void }

/** Something that is on or off, at once. */
export function Switch({ label, on, disabled = false, onChange }: SwitchProps) {
  return (
    <Base.Root
      aria-label={label}
      checked={on}
      disabled={disabled}
      onCheckedChange={onChange}
      className="relative inline-flex h-6 w-11 shrink-0 items-center rounded-full border border-line-strong bg-raised p-0.5 transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50"
    >
      <Base.Thumb className="block size-4.5 rounded-full bg-line-strong transition-transform data-checked:translate-x-5 data-checked:bg-on-accent rtl:data-checked:-translate-x-5" />
    </Base.Root>
  )
}
