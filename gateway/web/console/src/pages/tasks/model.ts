import type { Task, TaskChange } from '@/api/tasks'

/** How near the day is that something is due. */
export type Nearness = 'late' | 'today' | 'soon' | 'later'

const DAY_MS = 86_400_000
const SOON_DAYS = 7

/** By the days of the reader's calendar: what was due this morning is due today. */
export function nearness(due: string, now: Date): Nearness {
  const days = Math.round((midnight(new Date(due)) - midnight(now)) / DAY_MS)
  if (days < 0) return 'late'
  if (days === 0) return 'today'
  return days < SOON_DAYS ? 'soon' : 'later'
}

const midnight = (time: Date) => new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime()

/** The end of a day that was chosen in a calendar, as `2026-11-30`; null for none. */
export function endOfDay(day: string): string | null {
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined || [year, month, date].some(Number.isNaN)) return null
  return new Date(year, month - 1, date, 23, 59, 59).toISOString()
}

/** The day of a time, as a calendar of the browser's wants it. */
export function dayOf(time: string): string {
  const at = new Date(time)
  return [at.getFullYear(), String(at.getMonth() + 1).padStart(2, '0'), String(at.getDate()).padStart(2, '0')].join('-')
}

/** What a task will be once the server has a change: each is one revision. */
export const changed = (task: Task, change: TaskChange): Task => ({ ...parts(task, change), rev: task.rev + 1 })

function parts(task: Task, change: TaskChange): Task {
  switch (change.do) {
    case 'complete':
      return { ...task, state: 'done' }
    case 'reopen':
      return { ...task, state: 'open' }
    case 'assign':
      return { ...task, assignee: change.assignee ?? null, role: change.role ?? null }
    case 'due':
      return { ...task, due: change.due }
    case 'check':
      return { ...task, checklist: task.checklist.map((item, at) => (at === change.item ? { ...item, done: change.done } : item)) }
    case 'comments':
      return task
  }
}
