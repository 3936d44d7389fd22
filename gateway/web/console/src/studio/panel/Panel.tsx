import { useEffect, useState } from 'react'
import { StageGrid } from '../grid/StageGrid'
import { sectionOf } from '../model/panel'
import { useOpenRecord, useStudio } from '../studio'
import { useTexts } from '../texts'
import { HeaderCard } from './HeaderCard'
import { SectionCard } from './SectionCard'
import { SummaryCard } from './SummaryCard'

/** The record as it grows, made from the flow's definition. */
export function Panel({ reveal }: { reveal: string | undefined }) {
  const { flow } = useStudio()
  const { panel } = useOpenRecord()
  const { t } = useTexts()
  const sections = useOpenSections(reveal)
  return (
    <div role="region" tabIndex={0} aria-label={flow.title} lang={flow.locale} dir={flow.dir} className="h-full overflow-y-auto bg-ground px-4 py-5 focus-visible:outline-offset-[-2px]">
      <div className="mx-auto flex max-w-5xl flex-col gap-4">
        {panel.header && <HeaderCard section={panel.header} />}
        {panel.grids.map((grid) => (
          <StageGrid key={grid.group.name} grid={grid} reveal={reveal} />
        ))}
        {panel.sections.map((section) => (
          <SectionCard key={section.id} section={section} open={sections.open.has(section.id)} toggle={() => sections.toggle(section.id)} />
        ))}
        {panel.summary && <SummaryCard field={panel.summary} />}
        <p className="text-center text-[0.8rem] text-quiet">{t('panel.allSaved')}</p>
      </div>
    </div>
  )
}

/** Open are the sections that people opened, that the chat has come to, or that hold what is looked for. */
function useOpenSections(reveal: string | undefined) {
  const { panel } = useOpenRecord()
  const asking = panel.sections.find((section) => section.asking)?.id
  const wanted = reveal === undefined ? undefined : sectionOf(panel, reveal)?.id
  const [open, setOpen] = useState<ReadonlySet<string>>(() => {
    const first = panel.sections[0]
    const filled = panel.sections.filter((section) => section.done > 0).map((section) => section.id)
    return new Set(filled.length > 0 || first === undefined ? filled : [first.id])
  })
  useEffect(() => {
    const more = [asking, wanted].filter((id) => id !== undefined)
    if (more.length > 0) setOpen((before) => (more.every((id) => before.has(id)) ? before : new Set([...before, ...more])))
  }, [asking, wanted])
  const toggle = (id: string) =>
    setOpen((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  return { open, toggle }
}
