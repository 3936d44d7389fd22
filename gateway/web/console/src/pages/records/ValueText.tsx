import type { Value } from '@/api/records'
import { useLanguage } from '@/i18n/I18n'
import { Badge } from '@/ui/Badge'
import { Words } from '@/ui/Words'

/** A value as a person reads it; whatever it holds, it is text. */
export function ValueText({ value }: { value: Exclude<Value, null> }) {
  const [language] = useLanguage()
  if (Array.isArray(value)) {
    return (
      <span className="flex flex-wrap gap-1.5">
        {value.map((item) => (
          <Badge key={item} className="whitespace-normal">
            <bdi>{item}</bdi>
          </Badge>
        ))}
      </span>
    )
  }
  const text = typeof value === 'number' ? value.toLocaleString(language) : String(value)
  return <Words className="break-words whitespace-pre-line">{text}</Words>
}
