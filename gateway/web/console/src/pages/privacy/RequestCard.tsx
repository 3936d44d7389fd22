import { archiveFile, type PrivacyRequest, receiptOf, type RequestKind } from '@/api/privacy'
import { useChange } from '@/app/useChange'
import { useFormats } from '@/i18n/formats'
import { isolated } from '@/i18n/translate'
import { Badge } from '@/ui/Badge'
import { Button, buttonClass } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import { Progress } from '@/ui/Progress'
import { Ago } from '../records/Ago'
import { saved } from './model/saved'
import { useT } from './texts'

/** One request: who asked and why, how far each service is, and what there is to take away. */
export function RequestCard({ kind, request }: { kind: RequestKind; request: PrivacyRequest }) {
  const t = useT()
  const { number } = useFormats()
  const { services } = request
  const done = services.filter(({ state }) => state === 'done').length
  const over = request.state === 'done'
  const receipt = useChange({ key: ['privacy-receipt'], send: async () => saved(`${request.id}.json`, await receiptOf(request.id)) })
  const documents = services.flatMap(({ stores }) => stores).reduce((sum, store) => sum + store.documents, 0)
  return (
    <Card aria-label={request.id} className="flex flex-col gap-3 p-5">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Badge tone={over ? 'accent' : 'amber'}>{t(over ? 'isDone' : 'goesOn')}</Badge>
            <span className="text-[0.867rem] text-quiet">
              {t('askedBy', { name: isolated(request.askedByName || request.askedBy) })} · <Ago time={request.askedAt} />
            </span>
          </p>
          {request.reason !== '' && (
            <p className="mt-1.5 break-words">
              <bdi>{request.reason}</bdi>
            </p>
          )}
        </div>
        {over && kind === 'archives' && (
          <a className={buttonClass({ size: 'sm' })} href={archiveFile(request.id)} download>
            <Icon name="download" />
            {t('download')}
          </a>
        )}
        {over && kind === 'erasures' && (
          <Button size="sm" onClick={() => receipt.mutate(undefined)} disabled={receipt.isPending}>
            <Icon name="download" />
            {t('receipt')}
          </Button>
        )}
      </div>
      {!over && <Progress done={done} total={services.length} label={t('servicesDone', { done, total: services.length })} />}
      <details>
        <summary className="cursor-pointer rounded text-[0.867rem] text-quiet">
          {t('servicesDone', { done, total: services.length })}
          {kind === 'erasures' && documents > 0 && ` · ${t('documents', { count: documents })}`}
        </summary>
        <ul className="mt-2 flex flex-col gap-1.5 text-[0.867rem]">
          {services.map(({ service, state, stores }) => (
            <li key={service}>
              <code dir="ltr">{service}</code> · {t(state === 'done' ? 'isDone' : 'waits')}
              {stores.map(({ store, documents }) => (
                <span key={store} className="ms-4 block text-quiet">
                  <code dir="ltr">{store}</code>: {number(documents)}
                </span>
              ))}
            </li>
          ))}
        </ul>
      </details>
    </Card>
  )
}
