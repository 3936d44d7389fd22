import { useState } from 'react'
import { decideLeaf, editLeaf, type Leaf, type PersonDetail, type PersonField, type PersonFields, person } from '@/api/people'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useFormats } from '@/i18n/formats'
import { useT as useShellT } from '@/i18n/texts'
import { isolated } from '@/i18n/translate'
import { Button } from '@/ui/Button'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import { Menu } from '@/ui/Menu'
import { toast } from '@/ui/toast'
import { Ago } from '../records/Ago'
import { ValueText } from '../records/ValueText'
import { LeafForm } from './LeafForm'
import { type Key, useT } from './texts'
import { useValueInWords } from './words'

const SECTIONS = ['identity', 'company', 'behavior', 'requirements', 'intelligence', 'engagement']
const SOURCES = ['visitor', 'analysis', 'observed', 'site', 'human', 'crm']

/** The six sections: what is known, in whose words, and what a colleague decided about it. */
export function PersonSections({ shown, fields }: { shown: PersonDetail; fields: PersonFields }) {
  const t = useT()
  const { roles } = useUser()
  const writes = ['sales', 'success', 'admin'].some((role) => (roles as string[]).includes(role))
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      {fields.sections.map((section) => (
        <Card key={section}>
          <CardHeader>
            <CardTitle>{SECTIONS.includes(section) ? t(`section.${section}` as Key) : section}</CardTitle>
          </CardHeader>
          <CardContent>
            <ul className="divide-y divide-line">
              {fields.items
                .filter((field) => field.section === section && (shown.leaves[field.path] !== undefined || (writes && field.editable)))
                .map((field) => (
                  <LeafRow key={field.path} person={shown} field={field} leaf={shown.leaves[field.path]} writes={writes && field.editable} />
                ))}
            </ul>
          </CardContent>
        </Card>
      ))}
    </div>
  )
}

type LeafRowProps = { person: PersonDetail; field: PersonField; leaf: Leaf | undefined; writes: boolean }

function LeafRow({ person: shown, field, leaf, writes }: LeafRowProps) {
  const t = useT()
  const shellT = useShellT()
  const inWords = useValueInWords()
  const [editing, setEditing] = useState(false)
  const key = person(shown.id).queryKey
  const decide = useChange({ key, send: (what: 'lock' | 'unlock' | 'undo') => decideLeaf(shown.id, field.path, what) })
  const edit = useChange({
    key,
    send: async (value: unknown) => {
      const result = await editLeaf(shown.id, field.path, value, shown.rev)
      // What was written stays in its field until it is taken.
      if (result?.outcome === 'rejected') return toast({ title: shellT('problem.notDone'), description: t('refused') })
      if (result?.outcome === 'conflict') return toast({ title: shellT('problem.notDone'), description: shellT('problem.stale') })
      setEditing(false)
      toast({ title: shellT('app.saved'), undo: { label: shellT('app.undo'), onClick: () => decide.mutate('undo') } })
    },
  })
  return (
    <li className="flex items-start gap-2 py-2">
      <div className="min-w-0 flex-1">
        <p className="text-[0.867rem] text-quiet">{field.label}</p>
        {editing ? (
          <LeafForm field={field} value={leaf?.value} busy={edit.isPending} onCancel={() => setEditing(false)} onSave={(value) => edit.mutate(value)} />
        ) : leaf === undefined ? (
          <p className="text-quiet">–</p>
        ) : (
          <>
            <ValueText value={inWords(field, leaf.value)} />
            <Origin leaf={leaf} />
          </>
        )}
      </div>
      {writes && !editing && (
        <Menu
          trigger={
            <Button variant="quiet" size="sm" aria-label={t('change', { field: field.label })}>
              <Icon name={leaf?.locked ? 'key' : 'edit'} className={leaf?.locked ? 'text-accent' : 'text-quiet'} />
            </Button>
          }
          entries={[
            { label: shellT('app.edit'), icon: 'edit', onClick: () => setEditing(true) },
            ...(leaf === undefined ? [] : [{ label: t(leaf.locked ? 'unlock' : 'lock'), icon: 'key' as const, onClick: () => decide.mutate(leaf.locked ? 'unlock' : 'lock') }]),
            ...(leaf?.undoable ? [{ label: shellT('app.undo'), icon: 'history' as const, onClick: () => decide.mutate('undo') }] : []),
          ]}
        />
      )}
    </li>
  )
}

/** Where a value comes from, and how sure it is. */
function Origin({ leaf }: { leaf: Leaf }) {
  const t = useT()
  const shellT = useShellT()
  const { percent } = useFormats()
  return (
    <p className="text-[0.8rem] text-quiet">
      {leaf.source.quote && <span className="block">{shellT('history.quote', { quote: isolated(leaf.source.quote) })}</span>}
      {SOURCES.includes(leaf.by) ? t(`by.${leaf.by}` as Key) : leaf.by} · <Ago time={leaf.at} /> · {percent(leaf.confidence)}
      {leaf.locked && <> · {t('locked')}</>}
    </p>
  )
}
