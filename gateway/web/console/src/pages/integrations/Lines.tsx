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
            <li key={text}>
              <Linked text={text} />
            </li>
          ))}
        </List>
        {children && <div className="mt-4">{children}</div>}
      </CardContent>
    </Card>
  )
}

/** What is to be had from us, such as statements to run over there, can be opened. */
function Linked({ text }: { text: string }) {
  return text.split(/(\/api\/v1\/[\w./-]+\w)/).map((part) =>
    part.startsWith('/api/v1/') ? (
      <a key={part} href={part} target="_blank" rel="noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  )
}
