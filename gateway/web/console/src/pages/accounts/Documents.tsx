import { TEMPLATES, templateFile } from '@/api/accounts'
import { buttonClass } from '@/ui/Button'
import { useT } from './texts'

const FORMATS = { md: 'Markdown', json: 'JSON' } as const

/** Six documents about an account, each filled in with what is known, as a file to read or one for programs. */
export function Documents({ account }: { account: string }) {
  const t = useT()
  return (
    <>
      <p className="mb-2 text-[0.867rem] text-quiet">{t('documentsText')}</p>
      <ul className="divide-y divide-line">
        {TEMPLATES.map((template) => (
          <li key={template} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-1.5">
            {t(`document.${template}`)}
            <span className="flex gap-1">
              {(['md', 'json'] as const).map((format) => (
                <a key={format} download href={templateFile(account, template, format)} className={buttonClass({ variant: 'quiet', size: 'sm' })} aria-label={t('documentAs', { document: t(`document.${template}`), format: FORMATS[format] })}>
                  {FORMATS[format]}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
