import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { awaitingReply, transcript, undoable } from '../model/transcript'
import { useOpenRecord, useStudio } from '../studio'
import { useTexts } from '../texts'
import { Bubble } from './Bubble'
import { Composer } from './Composer'
import { PanelNote } from './PanelNote'
import { QuickReplies } from './QuickReplies'

/** Milliseconds after which a person begins to wait. */
const NOTICED = 400

/** The conversation, and where it goes on. */
export function Chat() {
  const { flow } = useStudio()
  const { state } = useOpenRecord()
  const { t } = useTexts()
  const { record, messages, queue } = state
  const lines = useMemo(() => (record ? transcript(flow, record, messages, queue) : []), [flow, record, messages, queue])
  const latest = record?.status === 'in_progress' ? undoable(messages)?.id : undefined
  const waiting = awaitingReply(messages, queue)
  const end = useEndInView(`${messages.length}/${queue.length}/${waiting}`)
  const live = useLiveAfterHistory()
  return (
    <section aria-label={t('chat')} className="flex h-full min-h-0 flex-col bg-ground">
      <div ref={end} tabIndex={0} role="region" aria-label={t('chat.history')} className="min-h-0 flex-1 overflow-y-auto px-4 py-5 focus-visible:outline-offset-[-2px]">
        <div role="log" aria-live={live ? 'polite' : 'off'} aria-label={t('chat.messages')} className="mx-auto flex max-w-2xl flex-col gap-3">
          {lines.map((line) =>
            line.kind === 'message' ? (
              <Bubble key={line.message.id} {...line} canUndo={line.message.id === latest} />
            ) : (
              <PanelNote key={line.key} facts={line.facts} />
            ),
          )}
        </div>
        <div role="status" className="mx-auto mt-3 min-h-6 max-w-2xl">
          {waiting && <Typing />}
        </div>
      </div>
      <div className="border-t border-line bg-card px-4 pt-3 pb-4">
        <div className="mx-auto max-w-2xl">
          <QuickReplies />
          <Composer />
        </div>
      </div>
    </section>
  )
}

/** Shown when the answer takes long enough to be waited for: most are there before. */
function Typing() {
  const { t } = useTexts()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), NOTICED)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <span className="inline-flex items-center gap-1 rounded-full bg-card px-3 py-2 text-quiet shadow-xs ring-1 ring-line">
      <span className="sr-only">{t('chat.typing')}</span>
      {[0, 1, 2].map((dot) => (
        <span key={dot} aria-hidden="true" className={`size-1.5 animate-bounce rounded-full bg-quiet [animation-delay:${dot * 120}ms]`} />
      ))}
    </span>
  )
}

/** What was said before must not be read out at once when the page opens. */
function useLiveAfterHistory(): boolean {
  const [live, setLive] = useState(false)
  useLayoutEffect(() => {
    const frame = requestAnimationFrame(() => setLive(true))
    return () => cancelAnimationFrame(frame)
  }, [])
  return live
}

/** Follows the conversation, unless the person has scrolled up to read. */
function useEndInView(change: string) {
  const ref = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  useLayoutEffect(() => {
    const box = ref.current
    if (box === null) return
    const scrolled = () => {
      atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 80
    }
    box.addEventListener('scroll', scrolled, { passive: true })
    return () => box.removeEventListener('scroll', scrolled)
  }, [])
  useLayoutEffect(() => {
    const box = ref.current
    if (box !== null && atEnd.current) box.scrollTop = box.scrollHeight
  }, [change])
  return ref
}
