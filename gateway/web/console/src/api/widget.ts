import { queryOptions } from '@tanstack/react-query'
import { get, patch, post } from './client'

export type WidgetTheme = { accent?: string; position?: 'right' | 'left'; scheme?: 'auto' | 'light' | 'dark'; title?: string; privacyUrl?: string }

/** What a page needs to show the chat. Its id is public: it stands in the page. */
export type WidgetKey = {
  id: string
  name: string
  origins: string[]
  flow: string
  locale?: string
  theme: WidgetTheme
  enabled: boolean
  identityRequired: boolean
  hasSecret: boolean
  /** Made for the demo pages of this machine. */
  local: boolean
  createdAt: string
}

export type WidgetKeyText = Pick<WidgetKey, 'name' | 'origins' | 'theme' | 'identityRequired'>

const KEYS = '/api/v1/widget/keys'
const one = (id: string) => `${KEYS}/${encodeURIComponent(id)}`

export const widgetKeys = queryOptions({
  queryKey: ['widget', 'keys'],
  queryFn: async ({ signal }) => (await get<{ items: WidgetKey[] }>(KEYS, { signal })).items,
})

export const addKey = (text: WidgetKeyText) => post<WidgetKey>(KEYS, text)
export const changeKey = (id: string, part: Partial<WidgetKeyText & { enabled: boolean }>) => patch<WidgetKey>(one(id), part)

/** A new secret for the site to vouch for its visitors with; it is told this once. */
export const newSecret = async (id: string) => (await post<{ secret: string }>(`${one(id)}/secret`)).secret
