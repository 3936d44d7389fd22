import { useRef, useState } from 'react'
import { Problem } from '@/api/problem'
import { Button } from '@/ui/Button'
import { Icon } from '../icons'
import type { PanelField } from '../model/panel'
import { useOpenRecord, useStudio } from '../studio'
import { useTexts } from '../texts'

const LARGEST = 2 * 1024 * 1024

/** A picture, shown before it is with the server. */
export function Portrait({ field }: { field: PanelField }) {
  const { session } = useStudio()
  const { panel } = useOpenRecord()
  const { t } = useTexts()
  const input = useRef<HTMLInputElement>(null)
  const [preview, setPreview] = useState<string>()
  const [wrong, setWrong] = useState<string>()
  const address = typeof field.record.value === 'string' ? field.record.value : undefined
  const shown = preview ?? address

  const choose = async (file: File | undefined) => {
    setWrong(undefined)
    if (file === undefined) return
    if (!file.type.startsWith('image/')) return setWrong('not-a-picture')
    if (file.size > LARGEST) return setWrong('too-large')
    setPreview(await asAddress(file))
    try {
      await session.upload(file)
    } catch (problem) {
      setWrong(problem instanceof Problem ? problem.code : 'refused')
    } finally {
      setPreview(undefined)
    }
  }
  return (
    <div className="flex w-32 flex-col items-center gap-2">
      <span className="grid size-28 place-items-center overflow-hidden rounded-2xl bg-raised text-quiet ring-1 ring-line">
        {shown === undefined ? (
          <Icon name="user" className="size-12" />
        ) : (
          <img src={shown} alt={t('portrait.alt', { name: panel.title ?? field.definition.label })} className="size-full object-cover" />
        )}
      </span>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/gif"
        className="sr-only"
        tabIndex={-1}
        aria-label={field.definition.label}
        onChange={(event) => {
          void choose(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button size="sm" disabled={preview !== undefined} onClick={() => input.current?.click()}>
        {preview !== undefined ? t('portrait.uploading') : address === undefined ? t('portrait.upload') : t('portrait.change')}
      </Button>
      {address !== undefined && (
        <button type="button" onClick={() => session.edit(field.path, null)} className="min-h-6 text-[0.8rem] text-quiet underline">
          {t('portrait.remove')}
        </button>
      )}
      {wrong !== undefined && (
        <p role="alert" className="text-center text-[0.8rem] text-danger">
          {t(wrong === 'too-large' || wrong === 'picture-too-large' ? 'portrait.tooLarge' : wrong === 'offline' ? 'save.offline' : 'portrait.notAPicture')}
        </p>
      )}
    </div>
  )
}

function asAddress(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('The file cannot be read.'))
    reader.readAsDataURL(file)
  })
}
