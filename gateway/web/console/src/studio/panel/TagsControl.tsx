import { useState, type KeyboardEvent } from 'react'
import { cn } from '@/ui/cn'
import { Icon } from '../icons'
import type { PanelField } from '../model/panel'
import { fieldId, useRejection, useStudio } from '../studio'
import { useTexts } from '../texts'
import { inputClass } from './TextControl'

/** A list of short texts. Enter or a comma adds one, Backspace in an empty box takes the last one out. */
export function TagsControl({ field }: { field: PanelField }) {
  const { session } = useStudio()
  const { t, problem } = useTexts()
  const [text, setText] = useState('')
  const id = fieldId(field.path)
  const { value } = field.record
  const tags = Array.isArray(value) ? value : value === undefined ? [] : [String(value)]
  const rejection = useRejection(field.path)
  const save = (next: string[]) => session.edit(field.path, next.length === 0 ? null : next)
  const add = () => {
    const added = text.split(/[,،\n]/).map((tag) => tag.trim()).filter((tag) => tag !== '' && !tags.includes(tag))
    setText('')
    if (added.length > 0) save([...tags, ...added])
  }
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === ',' || event.key === '،') {
      event.preventDefault()
      add()
    } else if (event.key === 'Backspace' && text === '' && tags.length > 0) {
      save(tags.slice(0, -1))
    } else if (event.key === 'Escape') {
      setText('')
    }
  }
  return (
    <>
      <div className={cn(inputClass, 'flex flex-wrap items-center gap-1.5 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-accent')}>
        {tags.length > 0 && (
          <ul aria-label={field.definition.label} className="contents">
            {tags.map((tag) => (
              <li key={tag} className="inline-flex max-w-full items-center gap-1 rounded-full bg-accent-soft ps-2.5 text-[0.867rem]">
                <bdi className="truncate">{tag}</bdi>
                <button
                  type="button"
                  onClick={() => save(tags.filter((other) => other !== tag))}
                  aria-label={t('tags.remove', { tag })}
                  className="grid size-6 place-items-center rounded-full hover:bg-raised"
                >
                  <Icon name="close" className="size-3" />
                </button>
              </li>
            ))}
          </ul>
        )}
        <input
          id={id}
          value={text}
          dir="auto"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={keys}
          onBlur={add}
          placeholder={tags.length === 0 ? field.definition.placeholder : t('tags.add')}
          aria-describedby={`${id}-hint`}
          className="min-h-6 min-w-32 flex-1 bg-transparent outline-none placeholder:text-quiet/80"
        />
      </div>
      <p id={`${id}-hint`} className={rejection ? 'mt-1 text-[0.8rem] text-danger' : 'sr-only'}>
        {rejection ? problem(rejection.code) : t('tags.hint')}
      </p>
    </>
  )
}
