import { type SubmitEvent, useState } from 'react'
import { addTask, type NewTask, type Priority } from '@/api/tasks'
import { FormEnd } from '@/app/FormEnd'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useT as useShellT } from '@/i18n/texts'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { Select } from '@/ui/Select'
import { Textarea } from '@/ui/Textarea'
import { toast } from '@/ui/toast'
import { endOfDay } from './model'
import { useT } from './texts'
import { ROLES, useOthers } from './who'

const PRIORITIES: Priority[] = ['low', 'normal', 'high']

/** Writes a task for oneself, or for anybody of a role. */
export function NewTaskDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const shellT = useShellT()
  const user = useUser()
  const others = useOthers()
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [day, setDay] = useState('')
  const [who, setWho] = useState('me')
  const [priority, setPriority] = useState<Priority>('normal')
  const [nameless, setNameless] = useState(false)
  const add = useChange({
    key: ['tasks'],
    quiet: true,
    send: (task: NewTask) => addTask(task),
    done: () => {
      onClose()
      toast({ title: t('added') })
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setNameless(title.trim() === '')
    if (title.trim() === '') return
    const due = endOfDay(day)
    add.mutate({ title: title.trim(), text, priority, ...(due && { due }), ...whose(who, user.id) })
  }
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={t('new')} closeLabel={shellT('app.close')}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t('what')} error={nameless ? t('whatMissing') : undefined}>
          <Input dir="auto" required maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
        </Field>
        <Field label={t('text')}>
          <Textarea dir="auto" maxLength={10_000} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-3">
          <Field label={t('whose')}>
            <Select
              label={t('whose')}
              value={who}
              options={[
                { value: 'me', label: t('me') },
                ...others.map(({ id, name }) => ({ value: id, label: name || id })),
                ...ROLES.map((role) => ({ value: role as string, label: t(`role.${role}`) })),
              ]}
              onChange={setWho}
              className="w-full"
            />
          </Field>
          <Field label={t('due')}>
            <Input type="date" value={day} onChange={(event) => setDay(event.target.value)} />
          </Field>
          <Field label={t('priority')}>
            <Select label={t('priority')} value={priority} options={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))} onChange={setPriority} className="w-full" />
          </Field>
        </div>
        <FormEnd problem={add.error} busy={add.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

function whose(chosen: string, me: string): Pick<NewTask, 'assignee' | 'role'> {
  const role = ROLES.find((one) => one === chosen)
  return role === undefined ? { assignee: chosen === 'me' ? me : chosen } : { role }
}
