import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { addToken, type ApiToken, apiTokens, endToken } from '@/api/access'
import { Failure } from '@/app/Failure'
import { problemKey } from '@/app/problem-key'
import { useChange } from '@/app/useChange'
import { useUser } from '@/app/user'
import { useT as useShellT } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Card, CardContent, CardHeader, CardTitle } from '@/ui/Card'
import { Checkbox } from '@/ui/Checkbox'
import { Field } from '@/ui/Field'
import { Input } from '@/ui/Input'
import { Skeleton } from '@/ui/Skeleton'
import { Ago } from '../records/Ago'
import { RoleChoice, ROLES } from './RoleChoice'
import { Told } from './Told'
import { useT } from './texts'

const DAY = 24 * 60 * 60 * 1000

/** Tokens for one's scripts: made, shown once, ended. */
export function TokensCard() {
  const t = useT()
  const shellT = useShellT()
  const user = useUser()
  const query = useQuery(apiTokens)
  const key = apiTokens.queryKey
  const may = user.roles.includes('admin') ? ROLES : ROLES.filter((role) => user.roles.includes(role))
  const [name, setName] = useState('')
  const [roles, setRoles] = useState<ApiToken['roles']>(may.slice(0, 1))
  const [days, setDays] = useState('90')
  const [readOnly, setReadOnly] = useState(true)
  const [told, setTold] = useState<string>()
  const add = useChange({
    key,
    quiet: true,
    send: async (text: Parameters<typeof addToken>[0]) => setTold((await addToken(text)).token),
    done: () => setName(''),
  })
  const end = useChange({ key, send: endToken, guess: (now: ApiToken[], id) => now.filter((one) => one.id !== id) })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const left = Number(days)
    add.mutate({ name: name.trim(), roles, readOnly, ...(left > 0 ? { expiresAt: new Date(Date.now() + left * DAY).toISOString() } : {}) })
  }
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('tokens')}</CardTitle>
      </CardHeader>
      <CardContent className="flex flex-col gap-5">
        <p className="text-quiet">{t('tokensText')}</p>
        {query.error && query.data === undefined ? (
          <Failure error={query.error} onRetry={query.refetch} />
        ) : query.data === undefined ? (
          <Skeleton className="h-12" />
        ) : (
          query.data.length > 0 && (
            <ul className="divide-y divide-line">
              {query.data.map((token) => (
                <li key={token.id} className="flex flex-wrap items-center justify-between gap-3 py-2.5">
                  <div className="min-w-0">
                    <bdi className="block font-medium break-words">{token.name}</bdi>
                    <span className="text-quiet">
                      {[...token.roles.map((role) => t(`role.${role}`)), ...(token.readOnly ? [t('readOnly')] : [])].join(' · ')} · {token.expiresAt ? t('goodUntil') : t('goodForEver')}{' '}
                      {token.expiresAt && <Ago time={token.expiresAt} />}
                    </span>
                    <span className="block text-quiet">{token.usedAt ? <>{t('lastUsed')} <Ago time={token.usedAt} /></> : t('neverUsed')}</span>
                  </div>
                  <Button size="sm" variant="danger" aria-label={t('endToken', { name: token.name })} onClick={() => end.mutate(token.id)}>
                    {t('end')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        )}
        <form noValidate onSubmit={submit} className="flex flex-col gap-4 border-t border-line pt-4">
          <div className="grid gap-4 md:grid-cols-2">
            <Field label={t('tokenName')}>
              <Input dir="auto" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
            </Field>
            <Field label={t('tokenDays')} hint={t('tokenDaysHint')}>
              <Input type="number" dir="ltr" min={0} value={days} onChange={(event) => setDays(event.target.value)} />
            </Field>
          </div>
          <RoleChoice roles={may} chosen={roles} onChange={setRoles} />
          <Checkbox label={t('readOnly')} checked={readOnly} onChange={(event) => setReadOnly(event.target.checked)} />
          {add.error !== null && (
            <p role="alert" className="text-danger">
              {shellT(problemKey(add.error))}
            </p>
          )}
          <Button type="submit" variant="primary" className="self-start" disabled={add.isPending || name.trim() === '' || roles.length === 0}>
            {t('makeToken')}
          </Button>
        </form>
      </CardContent>
      {told !== undefined && <Told title={t('token')} text={t('tokenOnce')} secret={told} copyLabel={t('copyToken')} onClose={() => setTold(undefined)} />}
    </Card>
  )
}
