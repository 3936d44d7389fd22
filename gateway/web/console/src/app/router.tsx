import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { me } from '@/api/me'
import { queries } from '@/api/queries'

const root = createRootRoute({ component: Outlet })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { from?: string } =>
    typeof search.from === 'string' && search.from.startsWith('/') ? { from: search.from } : {},
  component: lazyRouteComponent(() => import('@/pages/sign-in/SignInPage'), 'SignInPage'),
})

/** Everything that only a signed-in person sees. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    if ((await queries.ensureQueryData(me)) === null) {
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { from: location.href } })
    }
  },
  component: lazyRouteComponent(() => import('./Shell'), 'Shell'),
})

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: lazyRouteComponent(() => import('@/pages/home/HomePage'), 'HomePage'),
})

const newStudio = createRoute({
  getParentRoute: () => signedIn,
  path: '/studio/new/$flow',
  component: lazyRouteComponent(() => import('@/studio/NewStudioPage'), 'NewStudioPage'),
})

const studio = createRoute({
  getParentRoute: () => signedIn,
  path: '/studio/$conversation',
  component: lazyRouteComponent(() => import('@/studio/StudioPage'), 'StudioPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([signIn, signedIn.addChildren([home, newStudio, studio])]),
  basepath: '/app',
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
