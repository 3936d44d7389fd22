import type { Role, User } from '@/api/me'
import type { Key } from '@/i18n/texts'
import type { IconName } from '@/ui/Icon'

/** A page of the rail. `g` and then `key` goes there. Without `roles` it is for everybody. */
export type Place = { to: PlacePath; label: Key; go: Key; icon: IconName; key: string; roles?: readonly Role[] }

type PlacePath = '/tasks' | '/accounts' | '/alerts' | '/portfolio' | '/automations' | '/integrations' | '/deliveries' | '/profiles' | '/buying-processes' | '/leads' | '/people' | '/sites' | '/conversations' | '/personas' | '/funnel' | '/widget' | '/team' | '/privacy' | '/audit'

type PlaceGroup = { label: Key; places: Place[] }

/** The places of the rail, in order; only pages that work. */
const GROUPS: PlaceGroup[] = [
  {
    label: 'nav.work',
    places: [
      { to: '/tasks', label: 'nav.tasks', go: 'action.goTasks', icon: 'tasks', key: 't' },
      { to: '/automations', label: 'nav.automations', go: 'action.goAutomations', icon: 'bolt', key: 'm' },
    ],
  },
  {
    label: 'nav.customers',
    places: [
      { to: '/alerts', label: 'nav.alerts', go: 'action.goAlerts', icon: 'bell', key: 'i' },
      { to: '/accounts', label: 'nav.accounts', go: 'action.goAccounts', icon: 'company', key: 'a' },
      { to: '/portfolio', label: 'nav.portfolio', go: 'action.goPortfolio', icon: 'chart', key: 'r' },
    ],
  },
  {
    label: 'nav.visitors',
    places: [
      { to: '/leads', label: 'nav.leads', go: 'action.goLeads', icon: 'lead', key: 'l' },
      { to: '/people', label: 'nav.people', go: 'action.goPeople', icon: 'user', key: 'o' },
      { to: '/conversations', label: 'nav.conversations', go: 'action.goConversations', icon: 'chat', key: 'c', roles: ['sales'] },
      { to: '/personas', label: 'nav.personas', go: 'action.goPersonas', icon: 'people', key: 'e' },
      { to: '/sites', label: 'nav.sites', go: 'action.goSites', icon: 'globe', key: 's' },
    ],
  },
  {
    label: 'nav.studio',
    places: [
      { to: '/profiles', label: 'nav.profiles', go: 'action.goProfiles', icon: 'profiles', key: 'p' },
      { to: '/buying-processes', label: 'nav.buyingProcesses', go: 'action.goBuyingProcesses', icon: 'map', key: 'b' },
      { to: '/funnel', label: 'nav.funnel', go: 'action.goFunnel', icon: 'funnel', key: 'f' },
    ],
  },
]

/** What is set up once and seldom looked at; one entry of the rail leads to all of it. */
const SETTINGS: PlaceGroup = {
  label: 'nav.settings',
  places: [
    { to: '/integrations', label: 'nav.integrations', go: 'action.goIntegrations', icon: 'plug', key: 'n' },
    { to: '/deliveries', label: 'nav.deliveries', go: 'action.goDeliveries', icon: 'send', key: 'd' },
    { to: '/widget', label: 'nav.widget', go: 'action.goWidget', icon: 'code', key: 'w', roles: [] },
    { to: '/team', label: 'nav.team', go: 'action.goTeam', icon: 'people', key: 'u', roles: [] },
    { to: '/privacy', label: 'nav.privacy', go: 'action.goPrivacy', icon: 'key', key: 'v', roles: [] },
    { to: '/audit', label: 'nav.audit', go: 'action.goAudit', icon: 'history', key: 'y', roles: [] },
  ],
}


/** What somebody may open; administrators may everything. */
export const placeGroups = (user: User): PlaceGroup[] => GROUPS.map((group) => allowed(group, user)).filter(({ places }) => places.length > 0)

export const settingsOf = (user: User): PlaceGroup => allowed(SETTINGS, user)

export const placesOf = (user: User): Place[] => [...placeGroups(user), settingsOf(user)].flatMap(({ places }) => places)

/** Whether an address is a place's, or of something within it. */
export const isAt = ({ to }: Place, path: string): boolean => path === to || path.startsWith(`${to}/`)

function allowed(group: PlaceGroup, user: User): PlaceGroup {
  const may = ({ roles }: Place) => roles === undefined || user.roles.includes('admin') || roles.some((role) => user.roles.includes(role))
  return { ...group, places: group.places.filter(may) }
}

/** What can be begun, each in the Studio. `c` and then `key` begins it. */
export const BEGINNINGS = [
  { flow: 'customer-profile', label: 'action.newProfile', key: 'p' },
  { flow: 'buying-process', label: 'action.newBuyingProcess', key: 'b' },
] as const satisfies { flow: string; label: Key; key: string }[]
