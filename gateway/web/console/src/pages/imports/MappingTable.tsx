import type { Import } from '@/api/imports'
import { isolated } from '@/i18n/translate'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Select } from '@/ui/Select'
import { IMPORT_FIELDS, type Mapping, mapped } from './model/mapping'
import { type Key, useT } from './texts'

/** What each column stands for, with a few of its values to judge by. */
export function MappingTable({ columns, mapping, onChange }: { columns: Import['columns']; mapping: Mapping; onChange?: (mapping: Mapping) => void }) {
  const t = useT()
  const name = (field: string | null | undefined) => (field ? t(`field.${field}` as Key) : t('passedOver'))
  const options = [{ value: '', label: t('passedOver') }, ...IMPORT_FIELDS.map((field) => ({ value: field as string, label: name(field) }))]
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('columns')}</CardTitle>
      </CardHeader>
      <CardContent>
        <div role="group" aria-label={t('columns')} tabIndex={0} className="overflow-x-auto rounded-md">
          <table className="w-full border-collapse">
            <caption className="sr-only">{t('columns')}</caption>
            <thead>
              <tr className="border-b border-line text-[0.8rem] text-quiet">
                <th scope="col" className="py-2 pe-4 text-start font-medium">
                  {t('column')}
                </th>
                <th scope="col" className="py-2 pe-4 text-start font-medium">
                  {t('means')}
                </th>
                <th scope="col" className="py-2 text-start font-medium">
                  {t('samples')}
                </th>
              </tr>
            </thead>
            <tbody>
              {columns.map((column, place) => (
                <tr key={`${place} ${column.name}`} className="border-b border-line last:border-0">
                  <th scope="row" className="py-2 pe-4 text-start font-medium">
                    <bdi>{column.name}</bdi>
                  </th>
                  <td className="py-2 pe-4">
                    {onChange === undefined ? (
                      name(mapping[place])
                    ) : (
                      <Select label={t('meansOf', { column: isolated(column.name) })} value={mapping[place] ?? ''} options={options} onChange={(field) => onChange(mapped(mapping, place, field === '' ? null : field))} className="w-56" />
                    )}
                  </td>
                  <td className="max-w-72 truncate py-2 text-quiet">
                    <bdi>{column.samples.filter((sample) => sample !== '').slice(0, 3).join(' · ')}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </CardContent>
    </Card>
  )
}
