import { useId } from 'react'
import type { Section } from '../model/panel'
import { useOpenRecord } from '../studio'
import { Done } from './SectionCard'
import { FieldRow } from './FieldRow'
import { Portrait } from './Portrait'

/** Who or what the record is about. */
export function HeaderCard({ section }: { section: Section }) {
  const { panel } = useOpenRecord()
  const id = useId()
  return (
    <section className="rounded-xl border border-line bg-card p-4 shadow-xs" aria-labelledby={id}>
      <header className="mb-4 flex items-center gap-3">
        <h2 id={id} className="flex-1 text-base font-semibold">
          <bdi>{section.title}</bdi>
        </h2>
        <Done done={section.done} total={section.total} />
      </header>
      <div className="flex flex-col gap-5 sm:flex-row">
        {panel.portrait && <Portrait field={panel.portrait} />}
        <div className="grid flex-1 content-start gap-x-5 gap-y-4 sm:grid-cols-2">
          {section.fields.map((field) => (
            <FieldRow key={field.path} field={field} />
          ))}
        </div>
      </div>
    </section>
  )
}
