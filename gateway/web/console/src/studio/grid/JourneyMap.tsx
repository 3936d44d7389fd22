import { useEffect, useState } from 'react'
import { buttonClass } from '@/ui/Button'
import { Icon } from '../icons'
import type { Grid } from '../model/panel'
import { conversationPath } from '../model/server'
import { useOpenRecord } from '../studio'
import { useTexts } from '../texts'

/** The server's drawing of the rows. It is a picture: the table says the same to who cannot see it. */
export function JourneyMap({ grid }: { grid: Grid }) {
  const { state, panel } = useOpenRecord()
  const { t } = useTexts()
  const { id = '', rev = 0 } = state.record ?? {}
  const map = useDrawing(conversationPath(id, '/export?format=svg'), rev)
  if (grid.rows.length === 0) return <p className="px-4 py-8 text-center text-quiet">{t('grid.empty')}</p>
  if (map === undefined) return <p role="status" className="px-4 py-8 text-center text-quiet">{t('map.drawing')}</p>
  return (
    <div className="p-4">
      <div className="overflow-x-auto rounded-lg bg-white ring-1 ring-line" tabIndex={0} role="region" aria-label={t('grid.map')}>
        <img src={map} alt={t('map.alt', { name: panel.title ?? grid.group.label })} className="mx-auto min-w-160" />
      </div>
      <p className="mt-3 flex flex-wrap gap-2">
        <a href={conversationPath(id, '/export?format=svg')} download className={buttonClass({ size: 'sm' })}>
          <Icon name="download" />
          {t('map.download')}
        </a>
      </p>
    </div>
  )
}

const PATIENCE = 20
const BETWEEN = 250

/** The picture as of a revision. The service that draws hears of changes a moment later: it is asked again. */
function useDrawing(address: string, rev: number): string | undefined {
  const [drawing, setDrawing] = useState<string>()
  useEffect(() => {
    const ended = new AbortController()
    const draw = async () => {
      for (let attempt = 0; attempt < PATIENCE && !ended.signal.aborted; attempt++) {
        const response = await fetch(address, { credentials: 'same-origin', signal: ended.signal })
        if (response.ok) {
          setDrawing(`data:image/svg+xml,${encodeURIComponent(await response.text())}`)
          if (Number(response.headers.get('X-Rapport-Revision')) >= rev) return
        }
        await new Promise((resolve) => setTimeout(resolve, BETWEEN))
      }
    }
    // Away from the network the last drawing stays; the next change asks for another.
    draw().catch(() => {})
    return () => ended.abort()
  }, [address, rev])
  return drawing
}
