import { buttonClass } from '@/ui/Button'
import { quickReplies } from '../model/transcript'
import { useOpenRecord, useStudio } from '../studio'
import { useTexts } from '../texts'

/** What can be tapped instead of typed. */
export function QuickReplies() {
  const { session } = useStudio()
  const { state } = useOpenRecord()
  const { t } = useTexts()
  const replies = quickReplies(state.messages, state.queue)
  if (replies.length === 0) return null
  return (
    <div role="group" aria-label={t('chat.quickReplies')} className="mb-3 flex flex-wrap gap-2">
      {replies.map(({ label, action }) => (
        <button
          key={`${label}/${JSON.stringify(action)}`}
          type="button"
          onClick={() => session.say(label, action)}
          className={buttonClass({ size: 'sm' }, 'h-auto min-h-8 rounded-full! py-1 whitespace-normal! text-start')}
        >
          <bdi>{label}</bdi>
        </button>
      ))}
    </div>
  )
}
