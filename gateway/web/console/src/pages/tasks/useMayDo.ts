import { useUser } from '@/app/user'

/** Whether somebody may change tasks and automations: everybody who does more than read. */
export const useMayDo = () => useUser().roles.some((role) => role !== 'viewer')
