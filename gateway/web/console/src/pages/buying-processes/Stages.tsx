import { Fragment } from 'react'
import { Icon } from '@/ui/Icon'

/** The stages of a buying process, in order. */
export function Stages({ names }: { names: string[] }) {
  return (
    <span className="flex items-center gap-1 overflow-hidden text-[0.867rem] text-quiet">
      {names.map((name, place) => (
        <Fragment key={`${place} ${name}`}>
          {place > 0 && <Icon name="chevronEnd" className="opacity-60" />}
          <bdi className="truncate">{name || '…'}</bdi>
        </Fragment>
      ))}
    </span>
  )
}
