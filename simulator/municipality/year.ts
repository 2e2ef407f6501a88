import type { AttributeChanges } from '../directory/attributes.ts'
import type { Event } from '../directory/event.ts'
import { numberFrom } from '../wire/hash.ts'
import type { Staff, Workforce } from './generate.ts'
import { isTeacher, unitGroup } from './groups.ts'
import { familyNameOf, nameOf } from './names.ts'
import { ELECTED, joinersOf, type Unit } from './organisation.ts'
import { PERSONAS } from './personas.ts'

/** Something that happens in a month, 1 to 12. */
export interface Dated {
  readonly month: number
  readonly event: Event
}

/** What a year has in store for somebody who is there from the beginning: one thing at most. */
type Plot =
  | { readonly kind: 'stays' }
  | { readonly kind: 'leaves' | 'marries' | 'moves' | 'gets a number'; readonly month: number }
  | { readonly kind: 'comes back' | 'is on leave'; readonly month: number; readonly until: number }
  | { readonly kind: 'comes'; readonly month: number }
  | { readonly kind: 'substitutes'; readonly month: number; readonly until: number }
  | { readonly kind: 'elected' }

export interface Calendar {
  /** The last person, with everybody who comes in the year. */
  readonly last: number
  readonly isOn: boolean
  comes(index: number): 'before' | 'in the year' | 'elected'
  /** Whether the person is in the HR system without an account. */
  isElected(index: number): boolean
  /** Whether the first day of work is in August or later. */
  isAfterSummer(index: number): boolean
  plot(index: number): Plot
}

const STAYS: Plot = { kind: 'stays' }
/** One unit goes into the other in October, after everything else of that month. */
const MERGED = '222'
const INTO = '221'
const MERGER = 10
const SCHOOL_YEAR = 8
/** Of a hundred. */
const SUBSTITUTES = 8
/** Months with their weights. January for contracts, August for the school year, June for summer. */
const JOINING = '111111111111 2 222 3 333 4 44 5 55 6 666 7 8888888888 9 999 10 10 10 11 11 12'
const LEAVING = '1 1 1 2 3 4 5 6 6 7 8 9 9 10 11 12 12 12 12'
/** Fixed by what the personas are there for. */
const PERSONA_PLOTS: Readonly<Record<string, Plot>> = {
  t007: { kind: 'gets a number', month: 3 },
  t009: { kind: 'comes', month: 8 },
  t011: { kind: 'is on leave', month: 2, until: 12 },
  t015: { kind: 'substitutes', month: 6, until: 8 },
  t016: { kind: 'substitutes', month: 6, until: 8 },
  t019: { kind: 'leaves', month: 5 },
}

const monthsOf = (text: string): readonly number[] =>
  text.split(' ').flatMap((part) => (Number(part) > 12 ? [...part].map(Number) : [Number(part)]))
const JOINING_MONTHS = monthsOf(JOINING)
const LEAVING_MONTHS = monthsOf(LEAVING)

/** @param isOn whether a year passes; otherwise everybody stays, and only those are left out who come or are elected */
export function calendarFor(work: Workforce, isOn: boolean): Calendar {
  const joiners = joinersOf(work.size)
  const substitutes = Math.ceil((work.size * SUBSTITUTES) / 100)
  const last = isOn ? work.size + joiners + substitutes : work.size
  const isElected = (index: number) => PERSONAS[index - 1]?.unit === ELECTED
  const plot = (index: number): Plot => {
    if (isElected(index)) return { kind: 'elected' }
    if (!isOn) return STAYS
    const persona = PERSONAS[index - 1]
    if (persona) return PERSONA_PLOTS[persona.key] ?? STAYS
    if (index > work.size + joiners) return summer(work, index)
    if (index > work.size) return { kind: 'comes', month: drawn(work, 'joins', index, JOINING_MONTHS) }
    return plotOf(work, index)
  }
  const comes = (index: number) => {
    const { kind } = plot(index)
    if (kind === 'elected') return 'elected'
    return kind === 'comes' || kind === 'substitutes' ? 'in the year' : 'before'
  }
  const isAfterSummer = (index: number) => {
    const its = plot(index)
    return its.kind === 'comes' && its.month >= SCHOOL_YEAR
  }
  return { last, isOn, comes, isElected, isAfterSummer, plot }
}

function drawn(work: Workforce, what: string, index: number, months: readonly number[]): number {
  return months[numberFrom(`${work.seed} ${what} ${index}`, months.length)] as number
}

function summer(work: Workforce, index: number): Plot {
  return { kind: 'substitutes', month: drawn(work, 'substitutes', index, [6, 6, 6, 7]), until: SCHOOL_YEAR }
}

/** Per mille of those who are there: 30 leave, 8 come back, 10 marry, 20 are on leave, 30 change their workplace. */
function plotOf(work: Workforce, index: number): Plot {
  const fate = numberFrom(`${work.seed} fate ${index}`, 1_000)
  const { isLeader, unit } = work.staff(index)
  if (isLeader) return STAYS
  const month = 1 + numberFrom(`${work.seed} month ${index}`, 12)
  if (fate < 30) return { kind: 'leaves', month: drawn(work, 'leaves', index, LEAVING_MONTHS) }
  if (fate < 38) return { kind: 'comes back', month: Math.min(month, 9), until: Math.min(month, 9) + 2 }
  if (fate < 48) return { kind: 'marries', month }
  if (fate < 68) return { kind: 'is on leave', month: Math.min(month, 9), until: Math.min(month, 9) + 3 }
  if (fate < 98 && unit.code !== MERGED && unit.code !== INTO) return { kind: 'moves', month }
  return work.hasDNumber(index) && index % 4 < 2 ? { kind: 'gets a number', month } : STAYS
}

/** The year goes by twelve times through all people instead of keeping any of them. */
export function* eventsOfYear(work: Workforce, calendar: Calendar): Generator<Dated> {
  if (!calendar.isOn) return
  for (let month = 1; month <= 12; month++) {
    if (month === SCHOOL_YEAR) yield* dated(month, newSchoolYear(work, calendar))
    for (let index = 1; index <= calendar.last; index++)
      yield* dated(month, ownEvents(work, calendar, index, month))
    if (month === MERGER) yield* dated(month, merger(work, calendar))
  }
}

function* dated(month: number, events: Iterable<Event>): Generator<Dated> {
  for (const event of events) yield { month, event }
}

function* ownEvents(work: Workforce, calendar: Calendar, index: number, month: number): Generator<Event> {
  const plot = calendar.plot(index)
  if (plot.kind === 'stays' || plot.kind === 'elected') return
  const begins = plot.month === month
  const ends = 'until' in plot && plot.until === month
  if (!begins && !ends) return
  const staff = work.staff(index)
  const person = staff.key
  if (plot.kind === 'leaves') yield { kind: 'leave', person }
  if (plot.kind === 'marries') yield { kind: 'rename', person, to: married(work, index) }
  if (plot.kind === 'moves') yield* moves(work, staff)
  if (plot.kind === 'gets a number') yield* getsNumber(work, staff)
  if (plot.kind === 'is on leave') {
    yield { kind: begins ? 'disable' : 'enable', person }
    if (ends && wasMergedMeanwhile(staff, month)) yield* joinsMerged(work, staff, month)
  }
  if (plot.kind === 'comes') yield* comes(work, staff, month)
  if (plot.kind === 'substitutes') {
    if (begins) yield* comes(work, staff, month)
    else yield { kind: 'leave', person }
  }
  if (plot.kind === 'comes back') {
    if (begins) yield { kind: 'leave', person }
    else yield* comesBack(work, staff, month)
  }
}

function* getsNumber(work: Workforce, { index, key }: Staff): Generator<Event> {
  const nationalId = work.number(index, 'later')
  if (nationalId !== undefined) yield { kind: 'rename', person: key, to: { nationalId } }
}

/** Whoever was away when the units became one is put into the new one on coming back. */
function wasMergedMeanwhile({ unit }: Staff, month: number): boolean {
  return unit.code === MERGED && month > MERGER
}

function* joinsMerged(work: Workforce, staff: Staff, month: number): Generator<Event> {
  const unit = unitIn(work, staff, month)
  const manager = work.managerOf(staff, unit)
  if (manager !== undefined) yield { kind: 'manager', person: staff.key, manager }
  yield { kind: 'join', person: staff.key, group: unitGroup(unit.code) }
}

/** In October the merger comes last: who comes back in that month still comes to the old unit. */
function unitIn(work: Workforce, { unit }: Staff, month: number): Unit {
  return unit.code === MERGED && month > MERGER ? work.unit(INTO) : unit
}

function* comes(work: Workforce, staff: Staff, month: number): Generator<Event> {
  const { key: person } = staff
  yield { kind: 'hire', person }
  yield* settles(work, staff, month)
}

function* comesBack(work: Workforce, staff: Staff, month: number): Generator<Event> {
  yield { kind: 'return', person: staff.key }
  yield* settles(work, staff, month)
}

function* settles(work: Workforce, staff: Staff, month: number): Generator<Event> {
  const unit = unitIn(work, staff, month)
  const { key: person } = staff
  if (unit.code === INTO && month > MERGER)
    yield { kind: 'rename', person, to: { 'enterprise.department': MERGED_NAME } }
  const manager = work.managerOf(staff, unit)
  if (manager !== undefined) yield { kind: 'manager', person, manager }
  const year = month >= SCHOOL_YEAR ? 1 : 0
  for (const group of work.groups(staff, { unit, year })) yield { kind: 'join', person, group }
}

function married(work: Workforce, index: number): AttributeChanges {
  const { givenName, middleName, familyName: old } = nameOf(work.seed, index)
  const other = familyNameOf(work.seed, index, 'spouse')
  const familyName = index % 2 === 0 ? other : `${old.split('-')[0]}-${other}`
  return {
    displayName: `${givenName} ${familyName}`,
    'name.familyName': familyName,
    'name.formatted': [givenName, middleName, familyName].filter(Boolean).join(' '),
  }
}

/** To another unit under the same roof, or the next one: what the old post gave is lost, what the new one gives is won. */
function* moves(work: Workforce, staff: Staff): Generator<Event> {
  const { key: person, unit: from } = staff
  const to = neighbour(work, staff)
  yield { kind: 'rename', person, to: { 'enterprise.department': to.name } }
  const manager = work.managerOf(staff, to)
  if (manager !== undefined) yield { kind: 'manager', person, manager }
  const before = work.groups(staff, { unit: from, year: 0 })
  const after = work.groups(staff, { unit: to, year: 0 })
  yield { kind: 'move', person, from: unitGroup(from.code), to: unitGroup(to.code) }
  const own = new Set([unitGroup(from.code), unitGroup(to.code)])
  for (const group of before)
    if (!after.includes(group) && !own.has(group)) yield { kind: 'quit', person, group }
  for (const group of after)
    if (!before.includes(group) && !own.has(group)) yield { kind: 'join', person, group }
}

/** Never to one of the two units that become one: then nobody has to be told the new name besides. */
function neighbour(work: Workforce, { index, unit }: Staff): Unit {
  const open = work.units.filter(
    ({ code, weight, parent }) =>
      weight > 0 && code !== unit.code && code !== MERGED && code !== INTO && parent === unit.parent,
  )
  const all =
    open.length > 0 ? open : [work.unit('140'), work.unit('510')].filter(({ code }) => code !== unit.code)
  return all[numberFrom(`${work.seed} goes to ${index}`, all.length)] as Unit
}

/** Who changes the workplace or is on leave does not go up with a class. */
const KEEP_STAGE: ReadonlySet<Plot['kind']> = new Set(['moves', 'is on leave'])

/** Teachers go up with their class. */
function* newSchoolYear(work: Workforce, calendar: Calendar): Generator<Event> {
  for (let index = 1; index <= calendar.last; index++) {
    const staff = work.staff(index)
    const { kind } = calendar.plot(index)
    if (!isTeacher(staff) || !isThereInAugust(calendar, index) || KEEP_STAGE.has(kind)) continue
    const [from] = work.groups(staff, { year: 0 }).filter((group) => group.startsWith('trinn-'))
    const [to] = work.groups(staff, { year: 1 }).filter((group) => group.startsWith('trinn-'))
    if (from !== undefined && to !== undefined) yield { kind: 'move', person: staff.key, from, to }
  }
}

/** Before anybody comes or goes in August, and after July. */
function isThereInAugust(calendar: Calendar, index: number): boolean {
  return isThere(calendar.plot(index), SCHOOL_YEAR - 1)
}

/** At the end of a month. */
function isThere(plot: Plot, month: number): boolean {
  switch (plot.kind) {
    case 'leaves':
      return plot.month > month
    case 'comes':
      return plot.month <= month
    case 'comes back':
      return plot.month > month || plot.until <= month
    case 'substitutes':
      return plot.month <= month && plot.until > month
    default:
      return plot.kind !== 'elected'
  }
}

/** On leave at the end of a month. */
function isAway(plot: Plot, month: number): boolean {
  return plot.kind === 'is on leave' && plot.month <= month && plot.until > month
}

const MERGED_NAME = 'Hjemmetjenesten'
const MERGED_GROUP_NAME = 'Hjemmetjenesten samlet'

/** Two units become one: everybody of the one joins the other, which gets a new name; the empty group goes. */
function* merger(work: Workforce, calendar: Calendar): Generator<Event> {
  const into = work.unit(INTO)
  yield { kind: 'rename group', group: unitGroup(INTO), displayName: MERGED_GROUP_NAME }
  for (let index = 1; index <= calendar.last; index++) {
    const staff = work.staff(index)
    const plot = calendar.plot(index)
    if ((staff.unit.code !== MERGED && staff.unit.code !== INTO) || !isThere(plot, MERGER)) continue
    const person = staff.key
    yield { kind: 'rename', person, to: { 'enterprise.department': MERGED_NAME } }
    if (staff.unit.code !== MERGED || isAway(plot, MERGER)) continue
    const manager = work.managerOf(staff, into)
    if (manager !== undefined) yield { kind: 'manager', person, manager }
    yield { kind: 'move', person, from: unitGroup(MERGED), to: unitGroup(INTO) }
  }
  yield { kind: 'dissolve', group: unitGroup(MERGED) }
}
