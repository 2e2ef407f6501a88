import { syntheticBirth } from '#people'
import type { Attributes } from '../directory/attributes.ts'
import type { Event } from '../directory/event.ts'
import type { GroupDescription } from '../scenario.ts'
import { numberFrom } from '../wire/hash.ts'
import { Accounts } from './accounts.ts'
import { groupsFor, groupsOf } from './groups.ts'
import { nameOf } from './names.ts'
import { joinersOf, keyOf, type Unit, unitsFor } from './organisation.ts'
import { LATER_NUMBERS, PERSONAS, type Persona } from './personas.ts'
import { type Calendar, calendarFor, type Dated, eventsOfYear } from './year.ts'

export type { Dated } from './year.ts'

export const SMALLEST = PERSONAS.length
export const LARGEST = 100_000

export interface MunicipalityOptions {
  readonly seed: string
  /** People on the first day, 24 to 100,000. */
  readonly size: number
  /** Whether a year passes, with everybody who comes in it. */
  readonly year?: boolean
  /** `in words`: as a scenario says it (`synthetic D-number`), for each play to make its own. */
  readonly numbers?: 'made' | 'in words'
}

export interface Resident {
  readonly key: string
  readonly attributes: Attributes
  /** Code of the unit on the first day of work. */
  readonly unit: string
  /** Keys of groups on the first day of work. */
  readonly groups: readonly string[]
  /** Key of a person. */
  readonly manager?: string
  /** `elected`: in the HR system, but without an account (E-04). */
  readonly comes: 'before' | 'in the year' | 'elected'
}

/** A synthetic municipality: everything follows from seed and size, and nothing is kept. */
export interface Municipality {
  readonly units: readonly Unit[]
  readonly groups: ReadonlyMap<string, GroupDescription>
  /** Everybody, one after the other. */
  people(): Generator<Resident>
  /** Everybody who gets an account, by key, with the index by which attributes are asked for. */
  accounts(): ReadonlyMap<string, number>
  attributes(index: number): Attributes
  /** How the directory comes to be what it is on 1 January. */
  firstDay(): Generator<Event>
  /** The year, month by month; nothing where no year passes. */
  events(): Generator<Dated>
}

/** Person `index`, from 1. */
export interface Staff {
  readonly index: number
  readonly key: string
  readonly title: string
  readonly unit: Unit
  readonly isLeader: boolean
}

/** What the year has to know of the organisation. */
export interface Workforce {
  readonly seed: string
  readonly size: number
  readonly units: readonly Unit[]
  staff(index: number): Staff
  unit(code: string): Unit
  groups(staff: Staff, at: { readonly unit?: Unit; readonly year: 0 | 1 }): string[]
  managerOf(staff: Pick<Staff, 'key'>, unit: Unit): string | undefined
  number(index: number, kind: 'first' | 'later'): string | undefined
  hasDNumber(index: number): boolean
}

const DOMAIN = 'test.kommune.example'
const D_NUMBER_EVERY = 50
const NO_NUMBER_EVERY = 33
const TAKEN: ReadonlySet<string> = new Set([
  ...PERSONAS.map(({ nationalId }) => nationalId),
  ...Object.values(LATER_NUMBERS),
])

/** @throws RangeError where the size is not a whole number from 24 to 100,000 */
export function createMunicipality({
  seed,
  size,
  year = false,
  numbers = 'made',
}: MunicipalityOptions): Municipality {
  if (!Number.isInteger(size) || size < SMALLEST || size > LARGEST) {
    throw new RangeError(`a municipality has ${SMALLEST} to ${LARGEST} people, got ${size}`)
  }
  const work = workforce(seed, size, numbers)
  const calendar = calendarFor(work, year)
  const titles = new Set([
    ...work.units.flatMap((unit) => (unit.leader === undefined ? unit.titles : [...unit.titles, LEADER])),
    ...PERSONAS.map(({ title }) => title),
  ])
  return {
    units: work.units,
    groups: groupsFor(work.units, [...titles]),
    *people() {
      for (let index = 1; index <= calendar.last; index++) yield resident(work, calendar, index)
    },
    accounts: () => new Accounts(calendar),
    attributes: (index) => attributesOf(work, work.staff(index)),
    *firstDay() {
      for (let index = 1; index <= size; index++) {
        if (calendar.comes(index) === 'before') yield { kind: 'hire', person: keyOf(index) }
      }
      for (let index = 1; index <= size; index++) {
        if (calendar.comes(index) === 'before') yield* settle(work, index)
      }
    },
    events: () => eventsOfYear(work, calendar),
  }
}

function* settle(work: Workforce, index: number): Generator<Event> {
  const staff = work.staff(index)
  const manager = work.managerOf(staff, staff.unit)
  if (manager !== undefined) yield { kind: 'manager', person: staff.key, manager }
  for (const group of work.groups(staff, { year: 0 })) yield { kind: 'join', person: staff.key, group }
}

function resident(work: Workforce, calendar: Calendar, index: number): Resident {
  const staff = work.staff(index)
  const manager = work.managerOf(staff, staff.unit)
  const comes = calendar.comes(index)
  return {
    key: staff.key,
    attributes: attributesOf(work, staff),
    unit: staff.unit.code,
    groups: comes === 'elected' ? [] : work.groups(staff, { year: calendar.isAfterSummer(index) ? 1 : 0 }),
    ...(manager === undefined ? {} : { manager }),
    comes,
  }
}

const LEADER = 'Enhetsleder'
/** The title of two of the personas, too. */
const SUBSTITUTE = 'Sommervikar pleie'

function workforce(seed: string, size: number, numbers: 'made' | 'in words'): Workforce {
  const units = unitsFor(size)
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const led = new Map(
    units.flatMap((unit) => (unit.leader === undefined ? [] : [[unit.leader, unit] as const])),
  )
  const unit = (code: string) => byCode.get(code) as Unit
  const pick = picker(seed, units)
  const wards = units.filter(({ titles, weight }) => weight > 0 && titles.includes('Helsefagarbeider'))
  const lastJoiner = size + joinersOf(size)
  const staff = (index: number): Staff => {
    const persona = PERSONAS[index - 1]
    const key = keyOf(index)
    const own = led.get(key)
    if (persona)
      return { index, key, title: persona.title, unit: unit(persona.unit), isLeader: own !== undefined }
    if (own) return { index, key, title: LEADER, unit: own, isLeader: true }
    if (index > lastJoiner) {
      const place = wards[numberFrom(`${seed} ward ${index}`, wards.length)] as Unit
      return { index, key, title: SUBSTITUTE, unit: place, isLeader: false }
    }
    const place = pick(index)
    const title = place.titles[numberFrom(`${seed} title ${index}`, place.titles.length)] as string
    return { index, key, title, unit: place, isLeader: false }
  }
  const shift = numberFrom(`${seed} births`, 20_000)
  const turn = numberFrom(`${seed} numbers`, 400)
  const number = (index: number, kind: 'first' | 'later'): string | undefined => {
    const persona = PERSONAS[index - 1]
    if (numbers === 'in words') return inWords(index, kind, persona)
    if (persona) return kind === 'first' ? persona.nationalId : LATER_NUMBERS[persona.key]
    if (hasNoNumber(index)) return undefined
    const dnr = hasDNumber(index) && kind === 'first'
    return syntheticBirth(index, shift, turn).number({ dnr, taken: TAKEN })
  }
  return {
    seed,
    size,
    units,
    staff,
    unit,
    groups: (someone, { unit: place = someone.unit, year }) =>
      groupsOf({ ...someone, unit: place, year, draw: numberFrom(`${seed} stage ${someone.index}`, 7) }),
    managerOf: ({ key }, place) => managerOf(key, place, byCode),
    number,
    hasDNumber,
  }
}

/** The leader of the unit, or of the one above where there is none or it is the person. */
function managerOf(key: string, unit: Unit, byCode: ReadonlyMap<string, Unit>): string | undefined {
  for (
    let at: Unit | undefined = unit;
    at;
    at = at.parent === undefined ? undefined : byCode.get(at.parent)
  ) {
    if (at.leader !== undefined && at.leader !== key) return at.leader
  }
  return undefined
}

/** Draws a unit by the shares of the units. */
function picker(seed: string, units: readonly Unit[]): (index: number) => Unit {
  const ends: number[] = []
  let sum = 0
  for (const { weight } of units) {
    sum += weight * 1_000
    ends.push(sum)
  }
  return (index) => {
    const drawn = numberFrom(`${seed} unit ${index}`, Math.floor(sum))
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] as number) > drawn) high = middle
      else low = middle + 1
    }
    return units[low] as Unit
  }
}

function hasDNumber(index: number): boolean {
  const persona = PERSONAS[index - 1]
  return persona ? persona.nationalId >= '4' : index % D_NUMBER_EVERY === 21
}

function hasNoNumber(index: number): boolean {
  return !hasDNumber(index) && index % NO_NUMBER_EVERY === 8
}

function inWords(index: number, kind: 'first' | 'later', persona: Persona | undefined): string | undefined {
  if (!persona && hasNoNumber(index)) return undefined
  return hasDNumber(index) && kind === 'first' ? 'synthetic D-number' : 'synthetic'
}

function attributesOf(work: Workforce, { index, key, title, unit }: Staff): Attributes {
  const persona = PERSONAS[index - 1]
  const name = persona
    ? { givenName: persona.givenName, familyName: persona.familyName, slug: persona.userName }
    : nameOf(work.seed, index)
  const middleName = 'middleName' in name ? name.middleName : undefined
  const userName = `${name.slug}@${DOMAIN}`
  const displayName = `${name.givenName} ${name.familyName}`
  const nationalId = work.number(index, 'first')
  return {
    userName,
    externalId: persona ? key.toUpperCase() : `M${String(index).padStart(6, '0')}`,
    displayName,
    title,
    'name.formatted':
      middleName === undefined ? displayName : `${name.givenName} ${middleName} ${name.familyName}`,
    'name.familyName': name.familyName,
    'name.givenName': name.givenName,
    ...(middleName === undefined ? {} : { 'name.middleName': middleName }),
    'emails.work': userName,
    'enterprise.employeeNumber': String(100_000 + index),
    'enterprise.department': unit.name,
    ...(nationalId === undefined ? {} : { nationalId }),
  }
}
