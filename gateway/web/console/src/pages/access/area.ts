import type { Key } from '@/i18n/texts'

/** What the first word of an address of the API is about, as the console calls it. */
const AREAS: Record<string, Key> = {
  accounts: 'nav.accounts',
  contacts: 'nav.accounts',
  deals: 'nav.accounts',
  interactions: 'nav.accounts',
  alerts: 'nav.alerts',
  'health-scores': 'nav.portfolio',
  reports: 'nav.portfolio',
  automations: 'nav.automations',
  tasks: 'nav.tasks',
  leads: 'nav.leads',
  people: 'nav.people',
  conversations: 'nav.conversations',
  personas: 'nav.personas',
  sites: 'nav.sites',
  profiles: 'nav.profiles',
  'buying-processes': 'nav.buyingProcesses',
  records: 'nav.studio',
  flows: 'nav.studio',
  integrations: 'nav.integrations',
  widget: 'nav.widget',
  users: 'nav.team',
  tokens: 'nav.ownAccount',
  sessions: 'nav.ownAccount',
  me: 'nav.ownAccount',
  'sign-in': 'signIn.submit',
  'sign-out': 'signOut',
  'password-resets': 'signIn.password',
  'password-links': 'signIn.password',
  privacy: 'nav.privacy',
  audit: 'nav.audit',
  workspace: 'nav.settings',
}

/** The text that says which part of Rapport an address of the API belongs to; undefined for one nobody sees. */
export const areaOf = (path: string): Key | undefined => AREAS[path.match(/^\/api\/v1\/([^/?]+)/)?.[1] ?? '']
