import { memo } from 'react'
import { cn } from '@/ui/cn'
import { Icon } from '../icons'
import type { Fact } from '../model/transcript'
import type { ChatMessage } from '../model/wire'
import { messageElementId, useStudio } from '../studio'
import { useTexts } from '../texts'
import { FactChip } from './FactChip'

interface Props {
  message: ChatMessage
  understood: Fact[]
  pending: boolean
  /** It is the latest, and can be taken back. */
  canUndo: boolean
}

/** Something that was said, with what was understood of it. */
export const Bubble = memo(
  Said,
  (before, after) =>
    before.message === after.message &&
    before.pending === after.pending &&
    before.canUndo === after.canUndo &&
    before.understood.length === after.understood.length &&
    before.understood.every((fact, index) => sameFact(fact, after.understood[index])),
)

function sameFact(one: Fact, other: Fact | undefined): boolean {
  return one.path === other?.path && one.value === other.value && one.row === other.row && one.definition === other.definition
}

function Said({ message, understood, pending, canUndo }: Props) {
  const { session } = useStudio()
  const { t } = useTexts()
  const mine = message.role === 'user'
  return (
    <div id={messageElementId(message.id)} tabIndex={-1} className={cn('group flex flex-col gap-1.5 rounded-2xl', mine ? 'items-end' : 'items-start')}>
      <Words message={message} pending={pending} />
      {(understood.length > 0 || canUndo) && !message.undone && (
        <div className="flex max-w-[88%] flex-wrap items-center justify-end gap-1.5">
          {understood.length > 0 && <span className="sr-only">{t('chat.understood')}</span>}
          {understood.map((fact) => (
            <FactChip key={fact.path} fact={fact} />
          ))}
          {canUndo && (
            <button
              type="button"
              onClick={() => session.undo(message.id)}
              className="inline-flex min-h-6 items-center gap-1 rounded-full px-2 text-[0.8rem] text-quiet hover:bg-raised hover:text-ink"
            >
              <Icon name="undo" className="size-3.5" />
              {t('chat.undo')}
            </button>
          )}
        </div>
      )}
    </div>
  )
}

const Words = memo(function Words({ message, pending }: { message: ChatMessage; pending: boolean }) {
  const { t } = useTexts()
  const mine = message.role === 'user'
  return (
    <div
      className={cn(
        'max-w-[88%] rounded-2xl px-4 py-2.5 leading-relaxed break-words shadow-xs',
        mine ? 'rounded-ee-md bg-accent text-on-accent' : 'studio-said rounded-es-md bg-card ring-1 ring-line',
        pending && 'opacity-70',
        message.undone && 'bg-raised text-quiet line-through shadow-none ring-0',
      )}
    >
      {message.author === undefined ? (
        <span className="sr-only">{mine ? t('chat.you') : t('chat.bot')}</span>
      ) : (
        <bdi className="block text-[0.8rem] font-medium text-quiet">{message.author}</bdi>
      )}
      {message.text.split('\n\n').map((paragraph, index) => (
        <bdi key={index} dir="auto" className={cn('block whitespace-pre-line', index > 0 && 'mt-2')}>
          {paragraph}
        </bdi>
      ))}
      {message.undone && <span className="sr-only">{t('chat.undone')}</span>}
      {pending && <span className="sr-only">{t('chat.sending')}</span>}
    </div>
  )
})
