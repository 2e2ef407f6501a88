import type { Moment } from './moment.ts'
import type { Node } from './node.ts'

type Standing = 'hired' | 'left' | 'removed'

/**
 * Refuses stories that cannot happen: somebody who joins before being hired, a timeline that never synchronises.
 *
 * @throws ScenarioError at the line that cannot be
 */
export function checkOrder(
  moments: readonly { readonly at: Node; readonly moment: Moment }[],
  timeline: Node,
): void {
  const standing = new Map<string, Standing>()
  const dissolved = new Set<string>()
  const members = new Set<string>()
  const nested = new Set<string>()
  for (const { at, moment } of moments) {
    for (const group of groupsOf(moment)) {
      if (dissolved.has(group)) at.fail(`group "${group}" has been removed by now`)
    }
    for (const person of othersOf(moment)) {
      if (standing.get(person) !== 'hired') at.fail(wrongStanding(person, standing.get(person)))
    }
    checkMove(moment, standing, at)
    checkMembership(moment, members, at)
    checkNesting(moment, nested, at)
    if (moment.kind === 'dissolve') dissolved.add(moment.group)
  }
  if (moments.at(-1)?.moment.kind !== 'sync') {
    timeline.fail('the timeline does not end with a synchronisation; add "- sync" as its last line')
  }
}

function groupsOf(moment: Moment): string[] {
  if (moment.kind === 'move') return [moment.from, moment.to]
  if (moment.kind === 'nest') return [moment.group, moment.in]
  if (moment.kind === 'unnest') return [moment.group, moment.from]
  return 'group' in moment ? [moment.group] : []
}

const OFF: ReadonlySet<string> = new Set(['leave', 'disable', 'unassign', 'bin'])
const ON: ReadonlySet<string> = new Set(['return', 'enable', 'assign', 'restore'])
const AT_WORK: ReadonlySet<string> = new Set([
  'join',
  'move',
  'quit',
  'suspend',
  'unsuspend',
  ...OFF,
  'on demand',
  'password',
])

/** Persons who must be at work for this. */
function othersOf(moment: Moment): string[] {
  if (moment.kind === 'manager')
    return moment.manager === undefined ? [moment.person] : [moment.person, moment.manager]
  return 'person' in moment && AT_WORK.has(moment.kind) ? [moment.person] : []
}

function checkMove(moment: Moment, standing: Map<string, Standing>, at: Node): void {
  if (!('person' in moment)) return
  const { kind, person } = moment
  const now = standing.get(person)
  if (kind === 'hire' && now !== undefined && now !== 'removed') at.fail(wrongStanding(person, now))
  if (ON.has(kind) && now !== 'left') at.fail(wrongStanding(person, now))
  if ((kind === 'rename' || kind === 'remove') && (now === undefined || now === 'removed')) {
    at.fail(wrongStanding(person, now))
  }
  if (kind === 'hire' || ON.has(kind)) standing.set(person, 'hired')
  if (OFF.has(kind)) standing.set(person, 'left')
  if (kind === 'remove') standing.set(person, 'removed')
}

function checkMembership(moment: Moment, members: Set<string>, at: Node): void {
  const drop = (person: string, group: string) => {
    if (!members.delete(`${person} ${group}`)) at.fail(`"${person}" is not in group "${group}" at this time`)
  }
  const add = (person: string, group: string) => {
    if (members.has(`${person} ${group}`)) at.fail(`"${person}" is in group "${group}" already`)
    members.add(`${person} ${group}`)
  }
  if (moment.kind === 'join') add(moment.person, moment.group)
  if (moment.kind === 'quit') drop(moment.person, moment.group)
  if (moment.kind === 'move') {
    drop(moment.person, moment.from)
    add(moment.person, moment.to)
  }
  if (moment.kind === 'leave' || moment.kind === 'bin' || moment.kind === 'remove') {
    for (const each of [...members]) if (each.startsWith(`${moment.person} `)) members.delete(each)
  }
}

function checkNesting(moment: Moment, nested: Set<string>, at: Node): void {
  if (moment.kind === 'nest') {
    if (moment.group === moment.in) at.fail(`group "${moment.group}" cannot be a member of itself`)
    const pair = `${moment.group} ${moment.in}`
    if (nested.has(pair)) at.fail(`group "${moment.group}" is in group "${moment.in}" already`)
    nested.add(pair)
  }
  if (moment.kind === 'unnest' && !nested.delete(`${moment.group} ${moment.from}`))
    at.fail(`group "${moment.group}" is not in group "${moment.from}" at this time`)
}

function wrongStanding(person: string, standing: Standing | undefined): string {
  const now = {
    hired: 'is already at work',
    left: 'has left; add "- return: …" before',
    removed: 'has been removed; use another person',
  }
  return `"${person}" ${standing ? now[standing] : 'has not been hired yet; add "- hire: …" before'}`
}
