import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import { handBack, queue, sayAsAgent, takeOver } from '@/api/conversations'
import { problemKey } from '@/app/problem-key'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useT as useShellT } from '@/i18n/texts'
import { isolated } from '@/i18n/translate'
import { Button } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { Textarea } from '@/ui/Textarea'
import { useT } from './texts'

const HUMAN = 'human'

/** Whether somebody may talk to visitors. */
const mayTalk = (roles: readonly string[]) => roles.includes('sales') || roles.includes('admin')

/** Taking a conversation over, answering in it, handing it back to the bot. */
export function Handoff({ id, mode }: { id: string; mode: string }) {
  const t = useT()
  const { roles } = useUser()
  const key = ['conversations', id]
  const waiting = useQuery({ ...queue, enabled: mayTalk(roles) }).data?.find((one) => one.id === id)
  const agent = waiting?.agent
  const called = waiting?.called !== undefined
  const coming = useChange({ key, send: () => takeOver(id) })
  const going = useChange({ key, send: () => handBack(id) })
  if (!mayTalk(roles)) return <p className="border-t border-line p-4 text-quiet">{t('readOnly')}</p>
  return (
    <div className="border-t border-line p-4">
      <Reply key={id} id={id} />
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {agent === undefined && (
          <Button size="sm" onClick={() => coming.mutate(undefined)} disabled={coming.isPending}>
            <Icon name="chat" />
            {t('takeOver')}
          </Button>
        )}
        <Button size="sm" variant="quiet" onClick={() => going.mutate(undefined)} disabled={going.isPending || !(called || mode === HUMAN)}>
          {t(called ? 'notNeeded' : 'handBack')}
        </Button>
        <p className="text-[0.867rem] text-quiet">{agent === undefined ? t(mode === HUMAN ? 'botSilent' : called ? 'botAnswersCalled' : 'botAnswers') : t('withAgent', { agent: isolated(agent) })}</p>
      </div>
    </div>
  )
}

/** What is written is taken once; where it did not arrive it is still here, and so is what was written meanwhile. */
function Reply({ id }: { id: string }) {
  const t = useT()
  const shellT = useShellT()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const tried = useRef({ said: '', messageId: '' })

  async function send() {
    if (text.trim() === '' || busy) return
    const said = text.trim()
    // The same words are the same message, whether or not they arrived; other words are another.
    if (tried.current.said !== said) tried.current = { said, messageId: crypto.randomUUID() }
    setBusy(true)
    try {
      await sayAsAgent(id, tried.current.messageId, said)
      tried.current = { said: '', messageId: '' }
      setText((now) => (now.startsWith(text) ? now.slice(text.length).trimStart() : now))
      setProblem('')
    } catch (error) {
      setProblem(notTakenOver(error) ? t('takeOverFirst') : shellT(problemKey(error)))
    } finally {
      setBusy(false)
    }
  }

  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void send()
  }
  return (
    <>
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Textarea
          rows={1}
          dir="auto"
          maxLength={4000}
          aria-label={t('reply')}
          placeholder={t('replyHint')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={keys}
          className="min-h-9 resize-none"
        />
        <Button type="submit" variant="primary" size="icon" aria-label={t('send')} disabled={busy}>
          <Icon name="send" />
        </Button>
      </form>
      <p role="alert" className="mt-1 text-danger empty:hidden">
        {problem}
      </p>
    </>
  )
}

function notTakenOver(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'not-taken-over'
}
