import { toast } from '@/ui/toast'

/** Puts a text where it can be pasted from, and says so. */
export async function copy(text: string, said: string) {
  await navigator.clipboard.writeText(text)
  toast({ title: said })
}
