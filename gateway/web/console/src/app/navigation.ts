import type { Key } from '@/i18n/texts'
import type { IconName } from '@/ui/Icon'

/** The places of the rail, in order; only pages that work. `g` and then `key` goes there. */
export const PLACES = [
  { to: '/profiles', label: 'nav.profiles', go: 'action.goProfiles', icon: 'profiles', key: 'p' },
  { to: '/buying-processes', label: 'nav.buyingProcesses', go: 'action.goBuyingProcesses', icon: 'map', key: 'b' },
] as const satisfies { to: string; label: Key; go: Key; icon: IconName; key: string }[]

/** What can be begun, each in the Studio. `c` and then `key` begins it. */
export const BEGINNINGS = [
  { flow: 'customer-profile', label: 'action.newProfile', key: 'p' },
  { flow: 'buying-process', label: 'action.newBuyingProcess', key: 'b' },
] as const satisfies { flow: string; label: Key; key: string }[]
