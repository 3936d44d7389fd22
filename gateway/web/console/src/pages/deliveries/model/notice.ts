import type { NoticeRule, NoticeText } from '@/api/notices'
import { Problem } from '@/api/problem'
import type { Values } from '../../records/form'

/** A rule as it is filled in: channels and addresses each a list of its own. */
export function filledIn(rule: NoticeRule | undefined, language: string): Values {
  if (rule === undefined) return { every: '0m', locale: language }
  const { name, occasions, channels, every, quiet, locale } = rule
  return {
    name,
    occasions,
    slack: channels.flatMap((channel) => (channel.kind === 'slack' ? [channel.channel] : [])),
    to: channels.flatMap((channel) => (channel.kind === 'email' ? channel.to : [])),
    every,
    quietFrom: quiet?.from,
    quietTo: quiet?.to,
    locale,
  }
}

/** What was filled in, as it is kept. Quiet hours count in the zone they were given in. */
export function ruleOf(values: Values, enabled: boolean, zone: string): NoticeText {
  const to = texts(values.to)
  const quiet = { from: String(values.quietFrom), to: String(values.quietTo), zone }
  return {
    name: String(values.name ?? ''),
    enabled,
    occasions: texts(values.occasions),
    channels: [...texts(values.slack).map((channel) => ({ kind: 'slack' as const, channel })), ...(to.length === 0 ? [] : [{ kind: 'email' as const, to }])],
    every: String(values.every ?? '0m'),
    quiet: values.quietFrom && values.quietTo ? quiet : null,
    locale: String(values.locale ?? 'en'),
  }
}

/** The server's complaint, told of the fields as people see them. */
export function seen(problem: unknown, rule: NoticeText | undefined): unknown {
  if (!(problem instanceof Problem) || rule === undefined) return problem
  const errors = problem.errors.map((error) => ({ ...error, path: fieldOf(error.path, rule) }))
  return new Problem({ status: problem.status, code: problem.code, detail: problem.message, errors })
}

function fieldOf(path: string, { channels }: NoticeText): string {
  const place = /^channels\[(\d+)\]/.exec(path)?.[1]
  if (place !== undefined) return channels[Number(place)]?.kind === 'slack' ? 'slack' : 'to'
  return path.replace(/^occasions.*/, 'occasions').replace(/^quiet$/, 'quietFrom')
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
