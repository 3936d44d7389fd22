import type { ConversationRecord } from '@/studio/model/wire'

/** Whom a conversation is with: by name, else by address; undefined while nobody knows. */
export function whose({ fields }: Pick<ConversationRecord, 'fields'>): string | undefined {
  return [fields.name?.value, fields.email?.value].find((value) => typeof value === 'string' && value !== '') as string | undefined
}
