import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { beginImport, checkImport, sendPart } from '@/api/imports'
import { partsOf } from './model/parts'

/** Sends a file part by part, has it looked through, and goes where that is shown. Leaving the page breaks it off. */
export function useUpload() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const leaving = useRef<AbortController>(null)
  const [state, setState] = useState<{ name: string; sent: number; total: number } | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => () => leaving.current?.abort(), [])

  async function upload(file: File) {
    leaving.current?.abort()
    const abort = new AbortController()
    leaving.current = abort
    setError(null)
    try {
      const parts = partsOf(file.size)
      setState({ name: file.name, sent: 0, total: parts.length })
      let known = await beginImport(file.name)
      const { id } = known
      for (const [place, { from, to }] of parts.entries()) {
        known = await sendPart(id, place, file.slice(from, to), abort.signal)
        setState({ name: file.name, sent: place + 1, total: parts.length })
      }
      // Without a name nothing can be looked through: the page asks which column it is.
      if (known.columns.some(({ field }) => field === 'name')) await checkImport(id)
      await client.invalidateQueries({ queryKey: ['imports'] })
      await navigate({ to: '/accounts/import/$id', params: { id } })
    } catch (problem) {
      if (!abort.signal.aborted) setError(problem)
    } finally {
      setState(null)
    }
  }
  return { upload, state, error }
}
