import { type ReactNode, useState } from 'react'
import { useT } from '@/i18n/texts'
import { Button } from '../Button'
import { Card, CardContent, CardHeader, CardTitle } from '../Card'

type ChartCardProps = { title: string; tools?: ReactNode; chart: ReactNode; table: ReactNode; className?: string }

/** A chart with its twin: the same as a table. */
export function ChartCard({ title, tools, chart, table, className }: ChartCardProps) {
  const t = useT()
  const [asTable, setAsTable] = useState(false)
  return (
    <Card {...(className !== undefined && { className })}>
      <CardHeader className="flex-wrap">
        <CardTitle>{title}</CardTitle>
        <span className="flex flex-wrap items-center gap-2 print:hidden">
          {tools}
          <Button size="sm" variant="quiet" aria-pressed={asTable} onClick={() => setAsTable((now) => !now)}>
            {t('app.asTable')}
          </Button>
        </span>
      </CardHeader>
      <CardContent>{asTable ? table : chart}</CardContent>
    </Card>
  )
}
