import { expect, it, vi } from 'vitest'
import { address, get, post } from '@/api/client'
import { Problem } from '@/api/problem'

function answer(status: number, body: unknown, headers: Record<string, string> = {}) {
  const response = new Response(body === null ? null : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  })
  return vi.spyOn(globalThis, 'fetch').mockResolvedValue(response)
}

it('leaves out what is not asked for', () => {
  expect(address('/api/v1/profiles', { q: 'Kelly & Co', cursor: null, status: '', limit: 20 })).toBe(
    '/api/v1/profiles?q=Kelly+%26+Co&limit=20',
  )
})

it('says that a change comes from our own pages', async () => {
  const fetch = answer(204, null)
  await post('/api/v1/sign-out')
  expect(fetch.mock.lastCall?.[1]?.headers).toMatchObject({ 'X-Rapport-CSRF': '1' })
})

it('throws what a service says went wrong, with the fields to blame', async () => {
  const errors = [{ path: 'email', code: 'required', detail: 'An address is needed.' }]
  answer(422, { title: 'Invalid', detail: 'Look again.', code: 'invalid-fields', errors })
  await expect(get('/api/v1/x')).rejects.toMatchObject({ status: 422, code: 'invalid-fields', errors })
})

it('keeps the time to wait', async () => {
  answer(429, { code: 'too-many-attempts' }, { 'Retry-After': '7' })
  await expect(get('/api/v1/x')).rejects.toMatchObject({ code: 'too-many-attempts', retryAfter: 7 })
})

it('understands answers of proxies in between', async () => {
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('<h1>Bad gateway</h1>', { status: 502 }))
  await expect(get('/api/v1/x')).rejects.toMatchObject({ status: 502, code: 'http-502' })
})

it('calls silence offline', async () => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'))
  const problem = await get('/api/v1/x').catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(Problem)
  expect((problem as Problem).isOffline).toBe(true)
})
