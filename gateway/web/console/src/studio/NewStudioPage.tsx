import { useNavigate, useParams } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import { Problem } from '@/api/problem'
import { Closed, Opening } from './Closed'
import { gateway } from './model/server'
import type { Conversation } from './model/wire'

// Kept outside of the page: it may be drawn twice before the first answer is there.
const starting = new Map<string, Promise<Conversation>>()

/** Begins a conversation, and goes to it: `/studio/new/$flow`. */
export function NewStudioPage() {
  const { flow = '' } = useParams({ strict: false })
  const navigate = useNavigate()
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => {
    let here = true
    const locale = document.documentElement.lang || 'en'
    const begun = starting.get(flow) ?? gateway.start(flow, locale, {}).finally(() => starting.delete(flow))
    starting.set(flow, begun)
    begun.then(
      ({ id }) => here && void navigate({ to: '/studio/$conversation', params: { conversation: id }, replace: true }),
      (failure) => setProblem(failure instanceof Problem ? failure : new Problem({ status: 0, code: 'offline' })),
    )
    return () => {
      here = false
    }
  }, [flow, navigate])
  return <Suspense>{problem === undefined ? <Opening /> : <Closed problem={problem} />}</Suspense>
}
