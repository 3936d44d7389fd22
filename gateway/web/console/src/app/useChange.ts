import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { Problem } from '@/api/problem'
import { useT } from '@/i18n/texts'
import { toast } from '@/ui/toast'
import { problemKey } from './problem-key'

type Change<Input, Data> = {
  key: QueryKey
  send: (input: Input) => Promise<unknown>
  /** What will be read once the server has it. */
  guess?: (now: Data, input: Input) => Data
  done?: (input: Input) => void
  /** What goes wrong is said by whoever asks for it. */
  quiet?: boolean
  /** Changes that have to reach the server one after the other, by a name they share. */
  inTurn?: string
}

/**
 * Changes what was read at once; puts it back, and says so, when the server will not have it. Whatever came of it
 * is read anew.
 */
export function useChange<Input, Data>({ key, send, guess, done, quiet = false, inTurn }: Change<Input, Data>) {
  const t = useT()
  const client = useQueryClient()
  return useMutation({
    mutationFn: send,
    ...(inTurn === undefined ? {} : { scope: { id: inTurn } }),
    onMutate: async (input: Input) => {
      await client.cancelQueries({ queryKey: key })
      const before = client.getQueryData<Data>(key)
      if (guess !== undefined && before !== undefined) client.setQueryData(key, guess(before, input))
      return { before }
    },
    onError: (error, _, context) => {
      if (context?.before !== undefined) client.setQueryData(key, context.before)
      // What was filled in wrongly is said where it stands.
      if (quiet || (error instanceof Problem && error.status === 422)) return
      toast({ title: t('problem.notDone'), description: t(problemKey(error)) })
    },
    onSuccess: (_, input) => done?.(input),
    onSettled: () => client.invalidateQueries({ queryKey: key.slice(0, 1) }),
  })
}
