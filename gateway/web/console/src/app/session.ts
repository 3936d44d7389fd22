import { me, signIn as askToSignIn, signOut as askToSignOut, type User } from '@/api/me'
import { queries } from '@/api/queries'

const KEY = 'rapport.signed-in'

/** Who is signed in. Nobody is asked about who never signed in here, so no refusal stands in the log. */
export async function currentUser(): Promise<User | null> {
  if (localStorage.getItem(KEY) === null) return null
  const user = await queries.ensureQueryData(me)
  if (user === null) localStorage.removeItem(KEY)
  return user
}

export async function signIn(email: string, password: string) {
  const user = await askToSignIn(email, password)
  queries.clear()
  queries.setQueryData(me.queryKey, user)
  localStorage.setItem(KEY, '1')
}

/** Forgets everything that was read, whatever the server says to it. */
export async function signOut() {
  try {
    await askToSignOut()
  } finally {
    localStorage.removeItem(KEY)
    queries.clear()
  }
}
