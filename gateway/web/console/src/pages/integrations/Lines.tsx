import type { ReactNode } from 'react'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { cn } from '@/ui/cn'
import { Icon } from '@/ui/Icon'

type LinesProps = { title: string; texts: string[]; numbered?: boolean; warns?: boolean; children?: ReactNode }

/** Sentences a connector has to say; in English, whatever language the page is in. */
export function Lines({ title, texts, numbered = false, warns = false, children }: LinesProps) {
  if (texts.length === 0) return null
  const List = numbered ? 'ol' : 'ul'
  return (
    <Card>
      <CardHeader>
        <CardTitle className="flex items-center gap-2">
          {warns && <Icon name="warning" className="text-amber" />}
          {title}
        </CardTitle>
      </CardHeader>
      <CardContent>
        <List lang="en" dir="ltr" className={cn('flex flex-col gap-2 ps-5 text-start', numbered ? 'list-decimal' : 'list-disc')}>
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </List>
        {children && <div className="mt-4">{children}</div>}
      </CardContent>
    </Card>
  )
}
