import { useEffect, useId, useRef } from 'react'
import { Button } from '@/ui/Button'
import { definitionOf, inRow, rowOf } from '../model/paths'
import { useOpenRecord, useStudio } from '../studio'
import { useTexts } from '../texts'

/** What is still needed, with a way to each. */
export function MissingDialog({ paths, close }: { paths: string[]; close(): void }) {
  const { flow, goToField } = useStudio()
  const { record } = useOpenRecord()
  const { t } = useTexts()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const name = (path: string) => {
    const label = definitionOf(flow, path)?.label ?? path
    const row = rowOf(path)
    const group = flow.groups.find((candidate) => candidate.name === row?.group)
    const title = row && group ? record.fields[inRow(group.titlePath, row.item)]?.value : undefined
    return title === undefined ? label : `${String(title)} · ${label}`
  }
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby={id} className="m-auto max-h-[80dvh] w-full max-w-md rounded-2xl border border-line bg-card p-5 text-ink shadow-xl backdrop:bg-black/40">
      <h2 id={id} className="text-lg font-semibold">{t('finish.title')}</h2>
      <p className="mt-1 text-quiet">{t('finish.missing')}</p>
      <ul className="my-4 flex flex-wrap gap-2">
        {paths.map((path) => (
          <li key={path}>
            <Button
              size="sm"
              onClick={() => {
                dialog.current?.close()
                goToField(path)
              }}
            >
              <bdi>{name(path)}</bdi>
            </Button>
          </li>
        ))}
      </ul>
      <div className="flex justify-end">
        <Button variant="quiet" onClick={() => dialog.current?.close()}>{t('close')}</Button>
      </div>
    </dialog>
  )
}
