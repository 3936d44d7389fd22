import { queryOptions } from '@tanstack/react-query'
import { get, post, put, remove } from './client'

/** Where people are told: a channel of Slack, or addresses of e-mail. */
export type NoticeChannel = { kind: 'slack'; channel: string } | { kind: 'email'; to: string[] }

export type NoticeText = {
  name: string
  enabled: boolean
  occasions: string[]
  channels: NoticeChannel[]
  /** What happens within so long is told together, such as `15m`; `0m` tells at once. */
  every: string
  /** Hours in which nobody is told, such as 20:00 to 07:00. */
  quiet?: { from: string; to: string; zone: string } | null
  locale: string
}

/** Who is told of what. */
export type NoticeRule = NoticeText & { id: string; changedAt: string; rev: number }

const RULES = '/api/v1/integrations/notice-rules'
const one = (id: string) => `${RULES}/${encodeURIComponent(id)}`

/** The rules, and everything rules can be about. */
export const noticeRules = queryOptions({
  queryKey: ['notice-rules'],
  queryFn: ({ signal }) => get<{ items: NoticeRule[]; occasions: string[] }>(RULES, { signal }),
})

export const addRule = (text: NoticeText) => post<NoticeRule>(RULES, text)
export const replaceRule = (id: string, rev: number, text: NoticeText) => put<NoticeRule>(one(id), { rev, ...text })
export const removeRule = (id: string) => remove(one(id))
