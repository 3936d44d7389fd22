import { getRouteApi } from '@tanstack/react-router'

const signedIn = getRouteApi('/signed-in')

/** Who is signed in; only inside the pages that need it. */
export const useUser = () => signedIn.useRouteContext().user
