import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lazy, type SubmitEvent, Suspense, useEffect, useState } from 'react'
import { erase, findSubject, type FoundSubject, NAMED_BY, type NamedBy, putTogether, type RequestKind, type Whom } from '@/api/privacy'
import { problemKey } from '@/app/problem-key'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { useT } from './texts'

const EraseDialog = lazy(() => import('./EraseDialog').then((module) => ({ default: module.EraseDialog })))

const LISTED = ['people', 'contacts', 'conversations', 'visitors', 'emails'] as const

/** Finds somebody, shows what they are known by, and asks for a copy or for erasure. */
export function FindCard({ person, onAsked }: { person: string | undefined; onAsked: (kind: RequestKind) => void }) {
  const t = useT()
  const shellT = useShellT()
  const client = useQueryClient()
  const [by, setBy] = useState<NamedBy>(person === undefined ? 'email' : 'person')
  const [text, setText] = useState(person ?? '')
  const [erasing, setErasing] = useState(false)
  const find = useMutation({ mutationFn: findSubject })
  const asked = (kind: RequestKind) => {
    void client.invalidateQueries({ queryKey: ['privacy', kind] })
    setErasing(false)
    find.reset()
    setText('')
    toast({ title: t(kind === 'erasures' ? 'erasing' : 'copying') })
    onAsked(kind)
  }
  const copy = useMutation({ mutationFn: putTogether, onSuccess: () => asked('archives') })
  const gone = useMutation({ mutationFn: ({ whom, reason }: { whom: Whom; reason: string }) => erase(whom, reason), onSuccess: () => asked('erasures') })
  const { mutate } = find
  useEffect(() => {
    if (person !== undefined) mutate({ person })
  }, [person, mutate])
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (text.trim() !== '') mutate({ [by]: text.trim() })
  }
  const whom = find.variables
  const nobody = find.data !== undefined && LISTED.every((what) => find.data[what].length === 0)
  const error = copy.error ?? find.error
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('find')}</CardTitle>
      </CardHeader>
      <CardContent className="flex flex-col gap-4">
        <form noValidate onSubmit={submit} className="flex flex-wrap items-end gap-3">
          <Select label={t('by')} value={by} options={NAMED_BY.map((value) => ({ value, label: t(`by.${value}`) }))} onChange={setBy} />
          <div className="min-w-64 flex-1">
            <Field label={t(`by.${by}`)}>
              <Input dir="ltr" autoComplete="off" maxLength={320} value={text} onChange={({ target }) => setText(target.value)} />
            </Field>
          </div>
          <Button type="submit" disabled={find.isPending || text.trim() === ''}>
            {t('findThem')}
          </Button>
        </form>
        {error && (
          <p role="alert" className="text-danger">
            {shellT(problemKey(error))}
          </p>
        )}
        {nobody && <p role="status">{t('nobody')}</p>}
        {find.data !== undefined && !nobody && (
          <>
            <Known found={find.data} />
            <div className="flex flex-wrap gap-2">
              <Button onClick={() => whom && copy.mutate(whom)} disabled={copy.isPending}>
                {t('copy')}
              </Button>
              <Button variant="danger" onClick={() => setErasing(true)}>
                {t('erase')}
              </Button>
            </div>
          </>
        )}
        <Suspense>
          {erasing && whom && <EraseDialog busy={gone.isPending} problem={gone.error} onClose={() => setErasing(false)} onErase={(reason) => gone.mutate({ whom, reason })} />}
        </Suspense>
      </CardContent>
    </Card>
  )
}

function Known({ found }: { found: FoundSubject }) {
  const t = useT()
  return (
    <dl role="status" className="grid gap-x-6 gap-y-1 sm:grid-cols-[max-content_1fr]">
      {LISTED.filter((what) => found[what].length > 0).map((what) => (
        <div key={what} className="contents">
          <dt className="text-quiet">{t(`known.${what}`)}</dt>
          <dd className="min-w-0">
            {found[what].map((id) => (
              <bdi key={id} dir="ltr" className="block break-all">
                {id}
              </bdi>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
