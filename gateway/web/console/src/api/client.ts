import { Problem, problemOf } from './problem'

type Query = Record<string, string | number | boolean | null | undefined>

export type CallOptions = { query?: Query; body?: unknown; signal?: AbortSignal; headers?: Record<string, string> }

/** A path of the API with its query; what is null, undefined or empty is left out. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

/**
 * Calls the API with the session's cookie and answers the body, or `undefined` for an empty one.
 * Throws a {@link Problem} for every other answer, and for none.
 */
export async function call<T>(method: string, path: string, options: CallOptions = {}): Promise<T> {
  const response = await send(method, path, options)
  if (!response.ok) throw await problemOf(response)
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

export const get = <T>(path: string, options?: CallOptions) => call<T>('GET', path, options)
export const post = <T>(path: string, body?: unknown, options?: CallOptions) =>
  call<T>('POST', path, { ...options, body })
export const put = <T>(path: string, body?: unknown, options?: CallOptions) => call<T>('PUT', path, { ...options, body })
export const patch = <T>(path: string, body?: unknown, options?: CallOptions) =>
  call<T>('PATCH', path, { ...options, body })
export const remove = <T = void>(path: string, options?: CallOptions) => call<T>('DELETE', path, options)

async function send(method: string, path: string, options: CallOptions): Promise<Response> {
  const { query, body, signal, headers } = options
  // A form and a piece of a file say by themselves what they are.
  const form = body instanceof FormData || body instanceof Blob
  try {
    return await fetch(address(path, query), {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        // A change made with the session's cookie has to say that it comes from our own pages.
        ...(method === 'GET' ? {} : { 'X-Rapport-CSRF': '1' }),
        ...(body === undefined || form ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Problem({ status: 0, code: 'offline', detail: 'The server could not be reached.' })
  }
}
