import { useEffect, useRef } from 'react'
import type { ChatMessage } from '@/studio/model/wire'
import { cn } from '@/ui/cn'
import { Ago } from '../records/Ago'
import { useT } from './texts'

/** What was said, the latest at the bottom and in view. */
export function Transcript({ messages }: { messages: ChatMessage[] }) {
  const t = useT()
  const end = useRef<HTMLDivElement>(null)
  const latest = messages.at(-1)?.id
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' })
  }, [latest])
  return (
    <div role="log" aria-label={t('transcript')} tabIndex={0} className="flex flex-col gap-3 overflow-y-auto p-4 outline-offset-[-2px]">
      {messages.map((message) => (
        <Said key={message.id} message={message} />
      ))}
      <div ref={end} />
    </div>
  )
}

function Said({ message }: { message: ChatMessage }) {
  const t = useT()
  const visitor = message.role === 'user'
  const who = visitor ? t('visitor') : (message.author ?? t('bot'))
  return (
    <div className={cn('flex max-w-[85%] flex-col gap-1', visitor ? 'self-start' : 'items-end self-end')}>
      <p className="flex gap-1.5 px-1 text-[0.8rem] text-quiet">
        <bdi>{who}</bdi>
        <span aria-hidden="true">·</span>
        <Ago time={message.at} />
      </p>
      <div
        className={cn(
          'rounded-2xl px-4 py-2.5 leading-relaxed break-words',
          visitor ? 'rounded-es-md bg-raised' : 'rounded-ee-md',
          message.role === 'bot' && 'border border-line bg-card',
          message.role === 'agent' && 'bg-accent text-on-accent',
          message.undone && 'line-through opacity-70',
        )}
      >
        {message.text.split('\n\n').map((paragraph, place) => (
          <bdi key={place} dir="auto" className={cn('block whitespace-pre-line', place > 0 && 'mt-2')}>
            {paragraph}
          </bdi>
        ))}
      </div>
    </div>
  )
}
