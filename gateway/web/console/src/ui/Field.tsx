import { type ReactElement, cloneElement, useId } from 'react'

type FieldProps = {
  label: string
  hint?: string | undefined
  error?: string | undefined
  children: ReactElement<Record<string, unknown>>
}

/** Something to fill in: what it is called, what helps, what is wrong with it. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {cloneElement(children, { id, 'aria-invalid': error !== undefined, ...(described ? { 'aria-describedby': described } : {}) })}
      {hint && (
        <p id={`${id}-hint`} className="text-[0.867rem] text-quiet">
          <bdi>{hint}</bdi>
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-danger">
          {error}
        </p>
      )}
    </div>
  )
}
