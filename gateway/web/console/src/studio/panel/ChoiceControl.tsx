import { useId } from 'react'
import { cn } from '@/ui/cn'
import type { PanelField } from '../model/panel'
import type { Option, Value } from '../model/wire'
import { fieldId, useStudio } from '../studio'
import { useTexts } from '../texts'
import { inputClass, TextControl } from './TextControl'

const FEW = 3

/** One of a few: side by side when they fit, in a list otherwise. An open choice takes other words too. */
export function ChoiceControl({ field }: { field: PanelField }) {
  const { definition } = field
  const options = useOptions(field)
  if (definition.openOptions) return <OpenChoice field={field} options={options} />
  return options.length <= FEW ? <Radios field={field} options={options} /> : <List field={field} options={options} />
}

type Choosable = Option & { of: Value }

function useOptions({ definition }: PanelField): Choosable[] {
  const { session } = useStudio()
  const { t } = useTexts()
  if (definition.type === 'confirm') {
    return [
      { value: 'yes', label: t('yes'), of: true },
      { value: 'no', label: t('no'), of: false },
    ]
  }
  const known = definition.optionsFrom === undefined ? [] : session.snapshot().record?.context[definition.optionsFrom]
  const more = Array.isArray(known) ? known.map(nameOf).filter((name) => name !== undefined) : []
  return [...definition.options, ...more.map((name) => ({ value: name, label: name }))].map((option) => ({ ...option, of: option.value }))
}

function nameOf(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry
  const name = typeof entry === 'object' && entry !== null ? (entry as { name?: unknown }).name : undefined
  return typeof name === 'string' ? name : undefined
}

function Radios({ field, options }: { field: PanelField; options: Choosable[] }) {
  const { session } = useStudio()
  const id = fieldId(field.path)
  const name = useId()
  return (
    <div role="radiogroup" aria-labelledby={`${id}-label`} aria-required={field.definition.required} className="flex flex-wrap gap-2">
      {options.map((option, index) => {
        const chosen = field.record.value === option.of
        return (
          <label
            key={option.value}
            className={cn(
              'inline-flex min-h-9 cursor-pointer items-center gap-2 rounded-lg border px-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
              chosen ? 'border-accent bg-accent-soft' : 'border-line-strong/60 bg-card hover:border-line-strong',
            )}
          >
            <input
              type="radio"
              {...(index === 0 && { id })}
              name={name}
              checked={chosen}
              onChange={() => session.edit(field.path, option.of)}
              className="accent-accent outline-none"
            />
            <bdi>{option.label}</bdi>
          </label>
        )
      })}
    </div>
  )
}

function List({ field, options }: { field: PanelField; options: Choosable[] }) {
  const { session } = useStudio()
  const { t } = useTexts()
  const { value } = field.record
  return (
    <select
      id={fieldId(field.path)}
      value={value === undefined ? '' : String(value)}
      aria-required={field.definition.required}
      onChange={(event) => session.edit(field.path, options.find((option) => option.value === event.target.value)?.of ?? null)}
      className={inputClass}
    >
      <option value="">{t('field.choose')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

/** A list with a way out: words of one's own. */
function OpenChoice({ field, options }: { field: PanelField; options: Choosable[] }) {
  const { session } = useStudio()
  const { t } = useTexts()
  const { value } = field.record
  const own = typeof value === 'string' && !options.some((option) => option.value === value)
  return (
    <>
      <select
        id={own ? `${fieldId(field.path)}-list` : fieldId(field.path)}
        aria-labelledby={`${fieldId(field.path)}-label`}
        value={own ? '*' : String(value ?? '')}
        aria-required={field.definition.required}
        onChange={(event) => {
          if (event.target.value !== '*') session.edit(field.path, event.target.value || null)
        }}
        className={inputClass}
      >
        <option value="">{t('field.choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
        {own && <option value="*">{t('field.ownWords')}</option>}
      </select>
      {own && (
        <div className="mt-2">
          <TextControl field={field} />
        </div>
      )}
    </>
  )
}
