import { expect, it } from 'vitest'
import type { Task } from '@/api/tasks'
import { changed, dayOf, endOfDay, nearness } from '@/pages/tasks/model'

const local = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString()
const now = new Date(2026, 10, 22, 9)

const task: Task = {
  id: 't-1',
  rev: 4,
  title: 'Call',
  text: '',
  checklist: [
    { text: 'one', done: false },
    { text: 'two', done: true },
  ],
  subject: null,
  assignee: 'u-1',
  role: null,
  priority: 'normal',
  due: null,
  state: 'open',
  origin: null,
  comments: [],
  history: [],
}

it('tells by the calendar how near a day is', () => {
  expect([local(21, 23), local(22, 1), local(22, 23), local(23, 0), local(28, 23), local(29, 0)].map((due) => nearness(due, now))).toEqual([
    'late',
    'today',
    'today',
    'soon',
    'soon',
    'later',
  ])
})

it('means the end of the day that was chosen, where the reader is', () => {
  const due = endOfDay('2026-11-30')
  expect(due).not.toBeNull()
  expect(dayOf(due ?? '')).toBe('2026-11-30')
  expect(new Date(due ?? '').getHours()).toBe(23)
  expect(endOfDay('')).toBeNull()
})

it('shows a change before the server has it', () => {
  expect(changed(task, { do: 'complete' }).state).toBe('done')
  expect(changed(task, { do: 'check', item: 0, done: true }).checklist.map(({ done }) => done)).toEqual([true, true])
  expect(changed(task, { do: 'due', due: local(30, 12) }).due).toBe(local(30, 12))
  expect(changed(task, { do: 'comments', text: 'Nobody answered' }).rev).toBe(task.rev + 1)
})

it('takes a task from somebody when it is given to a role, or to nobody', () => {
  expect(changed(task, { do: 'assign', role: 'sales' })).toMatchObject({ assignee: null, role: 'sales' })
  expect(changed(task, { do: 'assign' })).toMatchObject({ assignee: null, role: null })
})
