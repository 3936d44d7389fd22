import type { Fault } from '@/api/automations'

/** Where a line of a text begins and ends; lines count from 1. */
export function lineRange(text: string, line: number): { from: number; to: number } {
  const lines = text.split('\n')
  const at = Math.min(Math.max(line, 1), lines.length)
  const from = lines.slice(0, at - 1).reduce((sum, { length }) => sum + length + 1, 0)
  return { from, to: from + (lines[at - 1]?.length ?? 0) }
}

/** The lines something is wrong with. */
export const faultyLines = (faults: Fault[]) => new Set(faults.map(({ line }) => line))

/** What a press of Tab does to a text: two spaces where the mark stands, or two fewer at the line's beginning. */
export function indented(text: string, at: number, back: boolean): { text: string; at: number } {
  if (!back) return { text: `${text.slice(0, at)}  ${text.slice(at)}`, at: at + 2 }
  const from = text.lastIndexOf('\n', at - 1) + 1
  const spaces = /^ {0,2}/.exec(text.slice(from))?.[0].length ?? 0
  return { text: text.slice(0, from) + text.slice(from + spaces), at: Math.max(from, at - spaces) }
}

/** The same automations under other names, so that a playbook can be begun with; `taken` are names there are. */
export function copyOf(yaml: string, name: string, taken: string[]): string {
  let copy = `${name}_copy`
  for (let next = 2; taken.includes(copy); next++) copy = `${name}_copy_${next}`
  return yaml.replace(new RegExp(`^(\\s*)${name}:`, 'm'), `$1${copy}:`)
}

/** What somebody begins with who writes their first. */
export const FIRST = `customer_workflows:
  my_automation:
    title: "Somebody gets worse"
    trigger: health_score < 60
    for: 2d
    cooldown: 30d
    actions:
      - notify_account_manager
      - do: task
        with:
          title: "Call {{account_name}}"
          role: success
          due: 2d
`
