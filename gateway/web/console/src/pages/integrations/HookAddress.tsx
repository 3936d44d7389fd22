import { copy } from '@/app/copy'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import { useT } from './texts'

/** Where the other system tells what happens, to be entered over there. */
export function HookAddress({ connection }: { connection: string }) {
  const t = useT()
  const shellT = useShellT()
  const address = `${location.origin}/hooks/${connection}`
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('hook')}</CardTitle>
      </CardHeader>
      <CardContent>
        <div className="flex items-center gap-2 rounded-lg border border-line bg-ground p-2">
          <code dir="ltr" className="min-w-0 flex-1 px-1 text-[0.867rem] break-all">
            {address}
          </code>
          <Button size="sm" aria-label={t('hookCopy')} onClick={() => void copy(address, shellT('app.copied'))}>
            <Icon name="copy" />
          </Button>
        </div>
        <p className="mt-2 text-[0.867rem] text-quiet">{t('hookText')}</p>
      </CardContent>
    </Card>
  )
}
