/** What a service says went wrong: RFC 9457, with a stable code and the fields that are to blame. */
export type ProblemBody = {
  status: number
  code: string
  title: string
  detail: string
  errors: FieldError[]
}

export type FieldError = { path: string; code: string; detail: string }

/** An answer that is not a good one, or none at all (status 0, code `offline`). */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly errors: FieldError[]
  /** After how many seconds another try may go well. */
  readonly retryAfter: number | null

  constructor(body: Partial<ProblemBody> & { status: number; code: string }, retryAfter: number | null = null) {
    super(body.detail ?? body.title ?? body.code)
    this.name = 'Problem'
    this.status = body.status
    this.code = body.code
    this.errors = body.errors ?? []
    this.retryAfter = retryAfter
  }

  /** Nobody answered: no network, or the gateway is away. */
  get isOffline(): boolean {
    return this.status === 0
  }
}

/** Reads the problem out of an answer; answers of proxies in between are problems, too. */
export async function problemOf(response: Response): Promise<Problem> {
  const body = await bodyOf(response)
  return new Problem(
    {
      ...(isRecord(body) ? body : {}),
      status: response.status,
      code: isRecord(body) && typeof body.code === 'string' ? body.code : `http-${response.status}`,
    },
    retryAfterOf(response),
  )
}

async function bodyOf(response: Response): Promise<unknown> {
  const type = response.headers.get('Content-Type') ?? ''
  if (!type.includes('json')) return null
  try {
    return await response.json()
  } catch {
    return null
  }
}

function retryAfterOf(response: Response): number | null {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
  return Number.isFinite(seconds) ? seconds : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
