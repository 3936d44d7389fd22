import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { addContact, type AccountDetail, account, type Contact, contactLeaves, contactReturns, editContact } from '@/api/accounts'
import { mayServe } from '@/api/me'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useFormats } from '@/i18n/formats'
import { useT as useShellT } from '@/i18n/texts'
import { isolated } from '@/i18n/translate'
import { Badge } from '@/ui/Badge'
import { Button } from '@/ui/Button'
import { cn } from '@/ui/cn'
import { EmptyState } from '@/ui/EmptyState'
import { Icon } from '@/ui/Icon'
import { Menu } from '@/ui/Menu'
import { toast } from '@/ui/toast'
import { FormDialog } from '../records/FormDialog'
import type { FormField, Values } from '../records/form'
import { Part } from './HealthTab'
import { PeopleInsight } from './PeopleInsight'
import { type Key, LEVELS, ROLES, useT } from './words'

/** Who is there: what each is to a decision, whom they influence, and where we know nobody. */
export function PeopleTab({ shown }: { shown: AccountDetail }) {
  const t = useT()
  const writes = mayServe(useUser())
  const [open, setOpen] = useState<Contact | 'new' | null>(null)
  const people = shown.contacts.toSorted((one, other) => Number(one.leftAt !== undefined) - Number(other.leftAt !== undefined) || rank(one) - rank(other))
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
      <Part
        title={t('people')}
        aside={
          writes && (
            <Button size="sm" onClick={() => setOpen('new')}>
              <Icon name="plus" />
              {t('addContact')}
            </Button>
          )
        }
      >
        {people.length === 0 ? (
          <EmptyState icon="people" title={t('noContacts')}>
            {t('noContactsText')}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {people.map((contact) => (
              <Person key={contact.id} contact={contact} shown={shown} {...(writes && { onEdit: () => setOpen(contact) })} />
            ))}
          </ul>
        )}
      </Part>
      <PeopleInsight shown={shown} />
      {open !== null && <ContactDialog contact={open === 'new' ? undefined : open} shown={shown} onClose={() => setOpen(null)} />}
    </div>
  )
}

const rank = ({ details }: Contact) => {
  const at = LEVELS.findIndex((level) => level === details.level)
  return at < 0 ? LEVELS.length : at
}

function Person({ contact, shown, onEdit }: { contact: Contact; shown: AccountDetail; onEdit?: () => void }) {
  const t = useT()
  const shellT = useShellT()
  const { list } = useFormats()
  const { details, leftAt } = contact
  const gone = leftAt !== undefined
  const nameOf = (id: string) => shown.contacts.find((other) => other.id === id)?.details.name ?? id
  const leave = useChange({
    key: account(shown.account.id).queryKey,
    send: (leaves: boolean) => (leaves ? contactLeaves(contact.id) : contactReturns(contact.id)),
    guess: (now: AccountDetail, leaves): AccountDetail => ({ ...now, contacts: now.contacts.map((one) => (one.id === contact.id ? leaving(one, leaves) : one)) }),
    done: (leaves) => toast({ title: t(leaves ? 'hasLeft' : 'isThere', { name: isolated(details.name) }), undo: { label: shellT('app.undo'), onClick: () => leave.mutate(!leaves) } }),
  })
  return (
    <li className={cn('flex items-start gap-3 py-3', gone && 'text-quiet')}>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {contact.person === undefined ? (
            <bdi className="font-medium">{details.name}</bdi>
          ) : (
            <Link to="/people/$id" params={{ id: contact.person }} className="font-medium text-ink underline-offset-2 hover:underline">
              <bdi>{details.name}</bdi>
            </Link>
          )}
          {details.roles.map((role) => (
            <Badge key={role} tone={role === 'champion' ? 'accent' : role === 'blocker' ? 'danger' : 'neutral'}>
              {t(`role.${role}` as Key)}
            </Badge>
          ))}
          {gone && <Badge>{t('left')}</Badge>}
        </p>
        <p className="text-[0.867rem] text-quiet">
          <bdi>{[details.title, details.department, details.level && t(`level.${details.level}` as Key)].filter(Boolean).join(' · ')}</bdi>
        </p>
        {details.email && (
          <a href={`mailto:${details.email}`} dir="ltr" className="text-[0.867rem] text-quiet underline-offset-2 hover:underline">
            {details.email}
          </a>
        )}
        {details.influences.length > 0 && (
          <p className="text-[0.867rem]">
            <span className="text-quiet">{t('influences')} </span>
            <bdi>{list(details.influences.map(({ contact, strength }) => `${isolated(nameOf(contact))} (${t(`strength.${strength}` as Key)})`))}</bdi>
          </p>
        )}
      </div>
      {onEdit && (
        <Menu
          trigger={
            <Button size="icon" variant="quiet" aria-label={t('change', { name: isolated(details.name) })}>
              <Icon name="menu" />
            </Button>
          }
          entries={[
            { label: shellT('app.edit'), icon: 'edit', onClick: onEdit },
            { label: t(gone ? 'cameBack' : 'markLeft'), icon: gone ? 'history' : 'signOut', onClick: () => leave.mutate(!gone) },
          ]}
        />
      )}
    </li>
  )
}

const leaving = ({ leftAt: _, ...contact }: Contact, leaves: boolean): Contact => (leaves ? { ...contact, leftAt: new Date().toISOString() } : contact)

function ContactDialog({ contact, shown, onClose }: { contact: Contact | undefined; shown: AccountDetail; onClose: () => void }) {
  const t = useT()
  const shellT = useShellT()
  const others = shown.contacts.filter(({ id, leftAt }) => id !== contact?.id && leftAt === undefined)
  const save = useChange({
    key: ['accounts'],
    quiet: true,
    send: ({ influences, ...values }: Values) => {
      const changes = { ...values, ...(Array.isArray(influences) && { influences: influencesOf(influences, contact) }) }
      return contact === undefined ? addContact(shown.account.id, { roles: [], influences: [], ...changes }) : editContact(contact, changes)
    },
    done: () => {
      onClose()
      toast({ title: shellT('app.saved') })
    },
  })
  const fields: FormField[] = [
    { name: 'name', label: t('name'), kind: 'text', required: true },
    { name: 'email', label: t('email'), kind: 'text', longest: 254, ltr: true },
    { name: 'title', label: t('jobTitle'), kind: 'text' },
    { name: 'department', label: t('department'), kind: 'text' },
    { name: 'level', label: t('level'), kind: 'choice', options: LEVELS.map((value) => ({ value, label: t(`level.${value}`) })) },
    { name: 'roles', label: t('roles'), kind: 'choices', options: ROLES.map((value) => ({ value, label: t(`role.${value}`) })) },
    ...(others.length > 0
      ? [{ name: 'influences', label: t('influences'), kind: 'choices', options: others.map(({ id, details }) => ({ value: id, label: details.name })) } satisfies FormField]
      : []),
    { name: 'phone', label: t('phone'), kind: 'text', longest: 60, ltr: true },
    { name: 'linkedin', label: 'LinkedIn', kind: 'text', longest: 2_000, ltr: true },
    { name: 'notes', label: t('notes'), kind: 'area' },
  ]
  const values = contact === undefined ? {} : { ...contact.details, influences: contact.details.influences.map(({ contact }) => contact) }
  return (
    <FormDialog
      title={t(contact === undefined ? 'addContact' : 'editContact')}
      fields={fields}
      values={values}
      busy={save.isPending}
      problem={save.error}
      onClose={onClose}
      onSave={(changes) => save.mutate(changes)}
    />
  )
}

/** Whom somebody influences: as strongly as before, or of middle strength. */
const influencesOf = (ids: unknown[], before: Contact | undefined) =>
  ids.map((id) => ({ contact: String(id), strength: before?.details.influences.find(({ contact }) => contact === id)?.strength ?? 2 }))
