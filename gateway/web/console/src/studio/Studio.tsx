import './studio.css'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Actions, type Ways } from './bar/Actions'
import { TopBar } from './bar/TopBar'
import { Chat } from './chat/Chat'
import { Closed, Opening } from './Closed'
import type { StudioSession } from './model/session'
import { Panel } from './panel/Panel'
import { SplitView, type Side } from './SplitView'
import { fieldId, messageElementId, OpenRecordContext, StudioContext, useNetwork, usePanel, useSessionState, type Studio as StudioState } from './studio'
import { useTexts } from './texts'

interface Props {
  session: StudioSession
  /** The id of the person at this screen. */
  me: string
  /** Whether they may change anything. */
  writes: boolean
  ways: Ways
}

/** One conversation, as a chat on one side and as a record on the other. */
export function Studio({ session, me, writes, ways }: Props) {
  const state = useSessionState(session)
  const panel = usePanel(state)
  const { t, problem } = useTexts()
  const [side, setSide] = useState<Side>('chat')
  const [reveal, setReveal] = useState<string>()
  const [notice, setNotice] = useState('')
  useNetwork(session)
  useEffect(
    () =>
      session.onIncident((incident) => {
        if (incident.kind === 'next') ways.open(incident.conversation)
        else setNotice(problem(incident.reason.code))
      }),
    [session, ways, problem],
  )
  const goToField = useCallback((path: string) => {
    setSide('record')
    setReveal(path)
    whenThere(fieldId(path), (field) => {
      field.scrollIntoView({ block: 'center' })
      field.focus({ preventScroll: true })
      setReveal(undefined)
    })
  }, [])
  const goToMessage = useCallback((id: string) => {
    setSide('chat')
    whenThere(messageElementId(id), (message) => {
      message.scrollIntoView({ block: 'center' })
      message.focus({ preventScroll: true })
      message.classList.remove('studio-pointed')
      requestAnimationFrame(() => message.classList.add('studio-pointed'))
    })
  }, [])
  const { flow, shown } = state
  const studio = useMemo<StudioState | undefined>(
    () => flow && { session, flow, me, goToField, goToMessage },
    [session, flow, me, goToField, goToMessage],
  )
  const open = useMemo(() => (shown && panel ? { state, record: shown, panel } : undefined), [state, shown, panel])
  if (state.refused !== undefined) return <Closed problem={state.refused} />
  if (studio === undefined || open === undefined) return <Opening />
  return (
    <StudioContext value={studio}>
      <OpenRecordContext value={open}>
      <fieldset disabled={!writes} className="flex h-full min-h-0 min-w-0 flex-col bg-ground">
        <legend className="sr-only">{studio.flow.title}</legend>
        <TopBar />
        {!writes && <p className="bg-amber-soft px-4 py-2 text-amber">{t('readOnly')}</p>}
        <p role="status" className={notice === '' ? 'sr-only' : 'flex items-center bg-accent-soft px-4 py-2'}>
          <span className="flex-1">{notice}</span>
          {notice !== '' && (
            <button type="button" onClick={() => setNotice('')} className="min-h-6 font-medium underline">
              {t('close')}
            </button>
          )}
        </p>
        <SplitView
          side={side}
          show={setSide}
          title={studio.flow.title}
          chat={<Chat />}
          record={
            <div className="flex h-full min-h-0 flex-col">
              <div className="min-h-0 flex-1">
                <Panel reveal={reveal} />
              </div>
              <Actions ways={ways} tell={setNotice} />
            </div>
          }
        />
      </fieldset>
      </OpenRecordContext>
    </StudioContext>
  )
}

/** A folded section or a hidden tab takes a moment to come up. */
function whenThere(id: string, then: (element: HTMLElement) => void, tries = 10) {
  requestAnimationFrame(() => {
    const element = document.getElementById(id)
    if (element !== null && element.offsetParent !== null) then(element)
    else if (tries > 0) whenThere(id, then, tries - 1)
  })
}
