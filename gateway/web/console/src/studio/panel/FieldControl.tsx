import type { PanelField } from '../model/panel'
import { ChoiceControl } from './ChoiceControl'
import { TagsControl } from './TagsControl'
import { TextControl } from './TextControl'

/** The control for a field, by its type alone. */
export function FieldControl({ field }: { field: PanelField }) {
  switch (field.definition.type) {
    case 'choice':
    case 'confirm':
      return <ChoiceControl field={field} />
    case 'tags':
      return <TagsControl field={field} />
    default:
      return <TextControl field={field} />
  }
}
