import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { AUDIT_KINDS, type AuditKind } from '@/api/audit'
import { LEAD_STATUS, type LeadStatus } from '@/api/leadStatus'
import { accountsSearch } from '@/pages/accounts/search'
import { alertsSearch } from '@/pages/alerts/model/views'
import { portfolioSearch } from '@/pages/portfolio/search'
import { Crash } from './Crash'
import { NotFound } from './NotFound'
import { currentUser } from './session'

const root = createRootRoute({ component: Outlet })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ from, problem }: Record<string, unknown>): { from?: string; problem?: string } => ({
    ...(isInside(from) ? { from } : {}),
    ...(typeof problem === 'string' && /^[a-z-]{1,40}$/.test(problem) ? { problem } : {}),
  }),
  beforeLoad: async () => {
    if ((await currentUser().catch(() => null)) !== null) throw redirect({ to: '/' })
  },
  component: lazyRouteComponent(() => import('@/pages/sign-in/SignInPage'), 'SignInPage'),
})

/** Where a link leads with which somebody sets a password, signed in or not. */
const setPassword = createRoute({
  getParentRoute: () => root,
  path: '/set-password',
  component: lazyRouteComponent(() => import('@/pages/access/SetPasswordPage'), 'SetPasswordPage'),
})

/** Everything that only a signed-in person sees. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    const user = await currentUser()
    if (user === null) throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { from: location.href } })
    return { user }
  },
  component: lazyRouteComponent(() => import('./Shell'), 'Shell'),
})

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/profiles', replace: true })
  },
})

export type ListSearch = { q?: string; status?: 'in_progress' | 'completed' }

function listSearch({ q, status }: Record<string, unknown>): ListSearch {
  return {
    ...(typeof q === 'string' && q !== '' ? { q } : {}),
    ...(status === 'in_progress' || status === 'completed' ? { status } : {}),
  }
}

const profiles = createRoute({
  getParentRoute: () => signedIn,
  path: '/profiles',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('@/pages/profiles/ProfilesPage'), 'ProfilesPage'),
})

const profile = createRoute({
  getParentRoute: () => signedIn,
  path: '/profiles/$id',
  validateSearch: (search: Record<string, unknown>): { tab?: 'history' } => (search.tab === 'history' ? { tab: 'history' } : {}),
  component: lazyRouteComponent(() => import('@/pages/profiles/ProfilePage'), 'ProfilePage'),
})

const buyingProcesses = createRoute({
  getParentRoute: () => signedIn,
  path: '/buying-processes',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('@/pages/buying-processes/BuyingProcessesPage'), 'BuyingProcessesPage'),
})

const buyingProcess = createRoute({
  getParentRoute: () => signedIn,
  path: '/buying-processes/$id',
  validateSearch: ({ tab }: Record<string, unknown>): { tab?: 'details' | 'history' } =>
    tab === 'details' || tab === 'history' ? { tab } : {},
  component: lazyRouteComponent(() => import('@/pages/buying-processes/BuyingProcessPage'), 'BuyingProcessPage'),
})

const conversations = createRoute({
  getParentRoute: () => signedIn,
  path: '/conversations',
  component: lazyRouteComponent(() => import('@/pages/conversations/ConversationsPage'), 'ConversationsPage'),
})

const conversation = createRoute({
  getParentRoute: () => signedIn,
  path: '/conversations/$id',
  component: lazyRouteComponent(() => import('@/pages/conversations/ConversationPage'), 'ConversationPage'),
})

const leads = createRoute({
  getParentRoute: () => signedIn,
  path: '/leads',
  validateSearch: ({ grade, status }: Record<string, unknown>): { grade?: 'A' | 'B' | 'C' | 'D'; status?: LeadStatus } => ({
    ...oneOf('grade', ['A', 'B', 'C', 'D'] as const, grade),
    ...oneOf('status', LEAD_STATUS, status),
  }),
  component: lazyRouteComponent(() => import('@/pages/leads/LeadsPage'), 'LeadsPage'),
})

const lead = createRoute({
  getParentRoute: () => signedIn,
  path: '/leads/$id',
  validateSearch: ({ tab }: Record<string, unknown>): { tab?: 'facts' | 'chat' } => oneOf('tab', ['facts', 'chat'] as const, tab),
  component: lazyRouteComponent(() => import('@/pages/leads/LeadPage'), 'LeadPage'),
})

const accounts = createRoute({
  getParentRoute: () => signedIn,
  path: '/accounts',
  validateSearch: accountsSearch,
  component: lazyRouteComponent(() => import('@/pages/accounts/AccountsPage'), 'AccountsPage'),
})

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/accounts/$id',
  validateSearch: ({ tab }: Record<string, unknown>): { tab?: 'timeline' | 'work' | 'people' | 'deals' | 'details' } =>
    oneOf('tab', ['timeline', 'work', 'people', 'deals', 'details'] as const, tab),
  component: lazyRouteComponent(() => import('@/pages/accounts/AccountPage'), 'AccountPage'),
})

const imports = createRoute({
  getParentRoute: () => signedIn,
  path: '/accounts/import',
  component: lazyRouteComponent(() => import('@/pages/imports/ImportsPage'), 'ImportsPage'),
})

const oneImport = createRoute({
  getParentRoute: () => signedIn,
  path: '/accounts/import/$id',
  component: lazyRouteComponent(() => import('@/pages/imports/ImportPage'), 'ImportPage'),
})

const alerts = createRoute({
  getParentRoute: () => signedIn,
  path: '/alerts',
  validateSearch: alertsSearch,
  component: lazyRouteComponent(() => import('@/pages/alerts/AlertsPage'), 'AlertsPage'),
})

const portfolio = createRoute({
  getParentRoute: () => signedIn,
  path: '/portfolio',
  validateSearch: portfolioSearch,
  component: lazyRouteComponent(() => import('@/pages/portfolio/PortfolioPage'), 'PortfolioPage'),
})

const people = createRoute({
  getParentRoute: () => signedIn,
  path: '/people',
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } => (typeof q === 'string' && q !== '' ? { q } : {}),
  component: lazyRouteComponent(() => import('@/pages/people/PeoplePage'), 'PeoplePage'),
})

const person = createRoute({
  getParentRoute: () => signedIn,
  path: '/people/$id',
  validateSearch: ({ tab }: Record<string, unknown>): { tab?: 'history' | 'consents' | 'same' } => oneOf('tab', ['history', 'consents', 'same'] as const, tab),
  component: lazyRouteComponent(() => import('@/pages/people/PersonPage'), 'PersonPage'),
})

const tasks = createRoute({
  getParentRoute: () => signedIn,
  path: '/tasks',
  validateSearch: ({ view }: Record<string, unknown>): { view?: 'all' | 'done' } => oneOf('view', ['all', 'done'] as const, view),
  component: lazyRouteComponent(() => import('@/pages/tasks/TasksPage'), 'TasksPage'),
})

const task = createRoute({
  getParentRoute: () => signedIn,
  path: '/tasks/$id',
  component: lazyRouteComponent(() => import('@/pages/tasks/TaskPage'), 'TaskPage'),
})

const automations = createRoute({
  getParentRoute: () => signedIn,
  path: '/automations',
  component: lazyRouteComponent(() => import('@/pages/automations/AutomationsPage'), 'AutomationsPage'),
})

const newAutomation = createRoute({
  getParentRoute: () => signedIn,
  path: '/automations/new',
  validateSearch: ({ from }: Record<string, unknown>): { from?: string } => (typeof from === 'string' && from !== '' ? { from } : {}),
  component: lazyRouteComponent(() => import('@/pages/automations/NewAutomationPage'), 'NewAutomationPage'),
})

const automation = createRoute({
  getParentRoute: () => signedIn,
  path: '/automations/$name',
  validateSearch: ({ tab, run }: Record<string, unknown>): { tab?: 'text'; run?: string } => ({
    ...oneOf('tab', ['text'] as const, tab),
    ...(typeof run === 'string' && run !== '' ? { run } : {}),
  }),
  component: lazyRouteComponent(() => import('@/pages/automations/AutomationPage'), 'AutomationPage'),
})

const integrations = createRoute({
  getParentRoute: () => signedIn,
  path: '/integrations',
  component: lazyRouteComponent(() => import('@/pages/integrations/IntegrationsPage'), 'IntegrationsPage'),
})

const connect = createRoute({
  getParentRoute: () => signedIn,
  path: '/integrations/connect/$connector',
  component: lazyRouteComponent(() => import('@/pages/integrations/ConnectPage'), 'ConnectPage'),
})

const connection = createRoute({
  getParentRoute: () => signedIn,
  path: '/integrations/$id',
  component: lazyRouteComponent(() => import('@/pages/integrations/ConnectionPage'), 'ConnectionPage'),
})

const deliveries = createRoute({
  getParentRoute: () => signedIn,
  path: '/deliveries',
  validateSearch: ({ tab, state }: Record<string, unknown>): { tab?: 'notices' | 'webhooks'; state?: 'waiting' | 'done' | 'dead' } => ({
    ...oneOf('tab', ['notices', 'webhooks'] as const, tab),
    ...oneOf('state', ['waiting', 'done', 'dead'] as const, state),
  }),
  component: lazyRouteComponent(() => import('@/pages/deliveries/DeliveriesPage'), 'DeliveriesPage'),
})

const sites = createRoute({
  getParentRoute: () => signedIn,
  path: '/sites',
  component: lazyRouteComponent(() => import('@/pages/sites/SitesPage'), 'SitesPage'),
})

const site = createRoute({
  getParentRoute: () => signedIn,
  path: '/sites/$id',
  component: lazyRouteComponent(() => import('@/pages/sites/SitePage'), 'SitePage'),
})

const PERSONA_STATUS = ['proposed', 'approved', 'rejected', 'merged'] as const

const personas = createRoute({
  getParentRoute: () => signedIn,
  path: '/personas',
  validateSearch: ({ status, site }: Record<string, unknown>): { status?: (typeof PERSONA_STATUS)[number]; site?: string } => ({
    ...oneOf('status', PERSONA_STATUS, status),
    ...(typeof site === 'string' && site !== '' ? { site } : {}),
  }),
  component: lazyRouteComponent(() => import('@/pages/personas/PersonasPage'), 'PersonasPage'),
})

const newPersona = createRoute({
  getParentRoute: () => signedIn,
  path: '/personas/new',
  component: lazyRouteComponent(() => import('@/pages/personas/NewPersonaPage'), 'NewPersonaPage'),
})

const persona = createRoute({
  getParentRoute: () => signedIn,
  path: '/personas/$id',
  validateSearch: ({ tab }: Record<string, unknown>): { tab?: 'versions' } => oneOf('tab', ['versions'] as const, tab),
  component: lazyRouteComponent(() => import('@/pages/personas/PersonaPage'), 'PersonaPage'),
})

const funnel = createRoute({
  getParentRoute: () => signedIn,
  path: '/funnel',
  validateSearch: ({ flow, days }: Record<string, unknown>): { flow?: string; days?: '7' | '30' | '90' } => ({
    ...(typeof flow === 'string' && flow !== '' ? { flow } : {}),
    ...oneOf('days', ['7', '30', '90'] as const, String(days)),
  }),
  component: lazyRouteComponent(() => import('@/pages/funnel/FunnelPage'), 'FunnelPage'),
})

const widget = createRoute({
  getParentRoute: () => signedIn,
  path: '/widget',
  component: lazyRouteComponent(() => import('@/pages/widget/WidgetPage'), 'WidgetPage'),
})

const team = createRoute({
  getParentRoute: () => signedIn,
  path: '/team',
  component: lazyRouteComponent(() => import('@/pages/access/TeamPage'), 'TeamPage'),
})

const audit = createRoute({
  getParentRoute: () => signedIn,
  path: '/audit',
  validateSearch: ({ kind }: Record<string, unknown>): { kind?: AuditKind } => oneOf('kind', AUDIT_KINDS, kind),
  component: lazyRouteComponent(() => import('@/pages/access/AuditPage'), 'AuditPage'),
})

const privacy = createRoute({
  getParentRoute: () => signedIn,
  path: '/privacy',
  validateSearch: ({ tab, person }: Record<string, unknown>): { tab?: 'archives' | 'retention'; person?: string } => ({
    ...oneOf('tab', ['archives', 'retention'] as const, tab),
    ...(typeof person === 'string' && person !== '' ? { person } : {}),
  }),
  component: lazyRouteComponent(() => import('@/pages/privacy/PrivacyPage'), 'PrivacyPage'),
})

const ownAccount = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazyRouteComponent(() => import('@/pages/access/AccountPage'), 'AccountPage'),
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
  routeTree: root.addChildren([
    signIn,
    setPassword,
    signedIn.addChildren([
      home,
      profiles,
      profile,
      buyingProcesses,
      buyingProcess,
      accounts,
      account,
      imports,
      oneImport,
      alerts,
      portfolio,
      leads,
      lead,
      people,
      person,
      conversations,
      conversation,
      tasks,
      task,
      automations,
      newAutomation,
      automation,
      integrations,
      connect,
      connection,
      deliveries,
      sites,
      site,
      personas,
      newPersona,
      persona,
      funnel,
      widget,
      team,
      audit,
      privacy,
      ownAccount,
      newStudio,
      studio,
    ]),
  ]),
  basepath: '/app',
  defaultPreload: 'intent',
  defaultErrorComponent: Crash,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
})

/** What an address says of something that is one of a few; nothing when it is none of them. */
function oneOf<Name extends string, Value extends string>(name: Name, values: readonly Value[], given: unknown) {
  const value = values.find((one) => one === given)
  return (value === undefined ? {} : { [name]: value }) as { [name in Name]?: Value }
}

/** Whether an address is one of our own, so that signing in leads nowhere else. */
function isInside(address: unknown): address is string {
  return typeof address === 'string' && /^\/(?![/\\])/.test(address)
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
