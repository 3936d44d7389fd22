import { type BuyingProcessDetail, exportAddress } from '@/api/records'
import { useT } from '@/i18n/texts'
import { EmptyState } from '@/ui/EmptyState'

// Narrower than this, a stage cannot be read.
const STAGE_REM = 15
const BESIDE_REM = 11

/** The picture the server draws of a mapping; drawn anew for every revision. The table says the same in words. */
export function JourneyMap({ detail }: { detail: BuyingProcessDetail }) {
  const t = useT()
  const { persona_name, buying_stages } = detail.buying_process_mapping
  if (buying_stages.length === 0) {
    return (
      <EmptyState icon="map" title={t('record.map')}>
        {t('buyingProcesses.noStages')}
      </EmptyState>
    )
  }
  return (
    <div tabIndex={0} role="group" aria-label={t('record.map')} className="min-h-80 overflow-x-auto rounded-xl border border-line bg-white">
      <img
        src={`${exportAddress('buying-processes', 'svg', detail.id)}&rev=${detail.rev}`}
        alt={t('record.mapAlt', { name: persona_name || t('list.unnamed') })}
        style={{ minWidth: `${BESIDE_REM + STAGE_REM * buying_stages.length}rem` }}
        className="w-full max-w-none"
      />
    </div>
  )
}
