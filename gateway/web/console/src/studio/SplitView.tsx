import { useId, type KeyboardEvent, type ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { cn } from '@/ui/cn'
import { useNarrow } from './studio'
import { useTexts } from './texts'

export type Side = 'chat' | 'record'

interface Props {
  chat: ReactNode
  record: ReactNode
  /** On a narrow page: which one is in front. */
  side: Side
  show(side: Side): void
  /** What the record's tab is called. */
  title: string
}

/** Chat and record side by side, with a border that can be moved; one behind the other on a phone. */
export function SplitView(props: Props) {
  return useNarrow() ? <Tabs {...props} /> : <SideBySide {...props} />
}

function SideBySide({ chat, record }: Props) {
  const { t } = useTexts()
  return (
    <Group orientation="horizontal" className="min-h-0 flex-1" defaultLayout={{ chat: 40, record: 60 }} disableCursor>
      <Panel id="chat" minSize="24%" className="min-w-0">
        {chat}
      </Panel>
      <Separator
        aria-label={t('split')}
        className="group grid w-2 cursor-col-resize place-items-center border-x border-line bg-raised hover:bg-accent-soft focus-visible:bg-accent-soft"
      >
        <span aria-hidden="true" className="h-8 w-0.5 rounded-full bg-line-strong group-hover:bg-accent" />
      </Separator>
      <Panel id="record" minSize="32%" className="min-w-0">
        {record}
      </Panel>
    </Group>
  )
}

function Tabs({ chat, record, side, show, title }: Props) {
  const { t } = useTexts()
  const id = useId()
  const sides: { side: Side; label: string }[] = [
    { side: 'chat', label: t('chat') },
    { side: 'record', label: title },
  ]
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const other = side === 'chat' ? 'record' : 'chat'
    show(other)
    document.getElementById(`${id}-${other}`)?.focus()
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div role="tablist" className="flex border-b border-line bg-card" onKeyDown={keys}>
        {sides.map((tab) => (
          <button
            key={tab.side}
            id={`${id}-${tab.side}`}
            type="button"
            role="tab"
            aria-selected={side === tab.side}
            aria-controls={`${id}-${tab.side}-panel`}
            tabIndex={side === tab.side ? 0 : -1}
            onClick={() => show(tab.side)}
            className={cn('min-h-11 flex-1 border-b-2 px-3 font-medium', side === tab.side ? 'border-accent' : 'border-transparent text-quiet')}
          >
            <bdi>{tab.label}</bdi>
          </button>
        ))}
      </div>
      {sides.map((tab) => (
        <div
          key={tab.side}
          id={`${id}-${tab.side}-panel`}
          role="tabpanel"
          aria-labelledby={`${id}-${tab.side}`}
          hidden={side !== tab.side}
          className={cn('min-h-0 flex-1', side !== tab.side && 'hidden')}
        >
          {tab.side === 'chat' ? chat : record}
        </div>
      ))}
    </div>
  )
}
