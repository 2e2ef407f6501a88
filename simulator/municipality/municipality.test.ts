import { describe, expect, it } from 'vitest'
import { isSynthetic, transliterate } from '#people'
import eadm from '../dialects/eadm.ts'
import { createDirectory } from '../directory/directory.ts'
import { createPlay } from '../play.ts'
import { drive } from '../samples/drive.ts'
import { createTarget } from '../samples/target.ts'
import type { Node } from '../scenario/node.ts'
import { checkOrder } from '../scenario/order.ts'
import { createMunicipality, type Municipality, type Resident } from './generate.ts'
import { nameOf } from './names.ts'
import { PERSONAS } from './personas.ts'
import { municipalityScenario } from './scenario.ts'

const generate = (size: number, seed = 'a seed') => createMunicipality({ seed, size, year: true })
const values = (all: readonly Resident[], name: keyof Resident['attributes']) =>
  all.flatMap(({ attributes }) => attributes[name] ?? [])

describe('a municipality', () => {
  it('is the same for the same seed, and another for another', () => {
    const whole = (m: Municipality) => [...m.people(), ...m.firstDay(), ...m.events()]
    expect(whole(generate(300))).toEqual(whole(generate(300)))
    const tail = (m: Municipality) => [...m.people()].slice(PERSONAS.length)
    expect(tail(generate(60, 'x')).map(({ attributes }) => attributes.userName)).not.toEqual(
      tail(generate(60, 'y')).map(({ attributes }) => attributes.userName),
    )
  })

  it.each([0, 23, 24.5, 100_001, Number.NaN])('has no %d people', (size) => {
    expect(() => generate(size)).toThrow(RangeError)
  })

  it('of 24 is the personas', () => {
    const all = [...createMunicipality({ seed: 'any', size: 24 }).people()]
    expect(all.map(({ key }) => key)).toEqual(PERSONAS.map(({ key }) => key))
    expect(all.find(({ key }) => key === 't023')?.attributes).toMatchObject({
      userName: 'zuolmmas.nuorralas@test.kommune.example',
      externalId: 'T023',
      'name.givenName': 'Žuolmmas',
      'enterprise.department': 'Helse - Dearvvašvuohta',
    })
    expect(all.find(({ key }) => key === 't020')).toMatchObject({ comes: 'elected', groups: [] })
    expect(all.find(({ key }) => key === 't005')?.manager).toBe('t004')
    expect(all.find(({ key }) => key === 't001')).not.toHaveProperty('manager')
  })

  describe('of 5,000 and a year', () => {
    const town = generate(5_000)
    const all = [...town.people()]

    it('shares no userName, externalId or number, however it is spelled', () => {
      for (const name of ['userName', 'externalId', 'nationalId', 'enterprise.employeeNumber'] as const) {
        const found = values(all, name).map((value) => value.toLowerCase())
        expect({ name, unique: new Set(found).size }).toEqual({ name, unique: found.length })
      }
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
    })

    it('has synthetic numbers only, before and after a D-number has been replaced', () => {
      const later = [...town.events()].flatMap(({ event }) =>
        event.kind === 'rename' && event.to.nationalId ? [event.to.nationalId] : [],
      )
      const first = values(all, 'nationalId')
      expect([...first, ...later].filter((number) => !isSynthetic(number))).toEqual([])
      expect(later.length).toBeGreaterThan(20)
      expect(later.every((number) => number < '4')).toBe(true)
      expect(new Set([...first, ...later]).size).toBe(first.length + later.length)
    })

    it('has Norwegian and Sámi letters, double surnames, middle names, namesakes, D-numbers and people without a number', () => {
      const share = (test: (resident: Resident) => boolean) => all.filter(test).length / all.length
      const name = ({ attributes }: Resident) => attributes['name.formatted'] ?? ''
      expect(share((one) => /[æøå]/i.test(name(one)))).toBeGreaterThan(0.25)
      expect(share((one) => /[áčđŋšŧž]/i.test(name(one)))).toBeGreaterThan(0.04)
      expect(share((one) => name(one).includes('-'))).toBeGreaterThan(0.06)
      expect(share(({ attributes }) => attributes['name.middleName'] !== undefined)).toBeGreaterThan(0.1)
      expect(share(({ attributes }) => /[0-9]@/.test(attributes.userName ?? ''))).toBeGreaterThan(0.005)
      expect(share(({ attributes }) => (attributes.nationalId ?? '0') >= '4')).toBeGreaterThan(0.015)
      expect(share(({ attributes }) => attributes.nationalId === undefined)).toBeGreaterThan(0.02)
      for (const { attributes } of all) {
        expect(attributes.userName).toMatch(/^[a-z0-9.-]{3,64}@test\.kommune\.example$/)
        expect(name({ attributes } as Resident)).toBe(name({ attributes } as Resident).normalize('NFC'))
      }
    })

    it('has a manager for everybody but one, who is somebody else and there from the beginning', () => {
      const before = new Set(all.filter(({ comes }) => comes === 'before').map(({ key }) => key))
      const managed = all.filter(({ comes }) => comes !== 'elected')
      const without = managed.filter(({ manager }) => manager === undefined).map(({ key }) => key)
      expect(without).toEqual(['t001'])
      expect(
        managed.filter(({ key, manager }) => manager === key || (manager && !before.has(manager))),
      ).toEqual([])
    })

    it('has a unit and groups that exist for everybody', () => {
      const units = new Set(town.units.map(({ code }) => code))
      expect(all.filter(({ unit }) => !units.has(unit))).toEqual([])
      expect(all.flatMap(({ groups }) => groups.filter((group) => !town.groups.has(group)))).toEqual([])
      expect(new Set(town.units.map(({ name }) => name)).size).toBe(town.units.length)
      const exported = [...town.groups.values()].filter(({ parent }) => parent === 'ksfiks')
      expect(exported.length).toBeLessThan(town.groups.size)
      for (const { externalId } of exported) expect(externalId).toMatch(/^Fiks-Tilgang-[^-]+-.+$/)
      const names = [...town.groups.values()].map(({ displayName }) => displayName)
      expect(new Set(names).size).toBe(names.length)
    })

    it('shows its seasons', () => {
      const events = [...town.events()]
      const count = (month: number, ...kinds: string[]) =>
        events.filter((dated) => dated.month === month && kinds.includes(dated.event.kind)).length
      const quiet = [2, 3, 4, 9, 10, 11]
      for (const month of quiet) {
        expect(count(1, 'hire')).toBeGreaterThan(2 * count(month, 'hire'))
        expect(count(6, 'hire')).toBeGreaterThan(4 * count(month, 'hire'))
        expect(count(8, 'leave')).toBeGreaterThan(5 * count(month, 'leave'))
        if (month !== 10) expect(count(8, 'move')).toBeGreaterThan(5 * count(month, 'move'))
      }
      expect(count(10, 'dissolve')).toBe(1)
      expect(events.map(({ month }) => month)).toEqual(events.map(({ month }) => month).sort((a, b) => a - b))
      for (const kind of [
        'return',
        'disable',
        'enable',
        'rename',
        'rename group',
        'manager',
        'quit',
        'join',
      ]) {
        expect({ kind, some: events.some(({ event }) => event.kind === kind) }).toEqual({ kind, some: true })
      }
    })
  })

  it.each([24, 150, 1_200])('of %d tells a story that can happen', (size) => {
    const { timeline } = municipalityScenario({ size, numbers: true })
    const at = {
      fail: (problem: string) => {
        throw new Error(problem)
      },
    } as unknown as Node
    expect(() =>
      checkOrder(
        [...timeline].map((moment) => ({ at, moment })),
        at,
      ),
    ).not.toThrow()
  })

  it('leaves nobody in a group of the unit that is no more', () => {
    const town = generate(400)
    const all = [...town.people()]
    const roster = new Map(all.map(({ key, attributes }) => [key, attributes]))
    const groups = new Map([...town.groups].map(([key, group]) => [key, { externalId: key, ...group }]))
    const directory = createDirectory(roster, groups)
    for (const event of town.firstDay()) directory.happen(event)
    for (const { event } of town.events()) directory.happen(event)
    expect(directory.groups.has('enhet-222')).toBe(false)
    const gone = all.filter(({ key, unit }) => unit === '222' && directory.people.get(key)?.active)
    expect(gone.length).toBeGreaterThan(5)
    expect(gone.filter(({ key }) => !directory.groups.get('enhet-221')?.members.has(key))).toEqual([])
  })

  it('makes no name twice out of its syllables', () => {
    const slugs = Array.from({ length: 120_000 }, (_, at) => nameOf('any', at + 1).slug)
    expect(new Set(slugs).size).toBe(slugs.length)
    expect(slugs.every((slug) => slug === transliterate(slug))).toBe(true)
  })
})

describe('accounts of a municipality', () => {
  const town = generate(300)
  const accounts = town.accounts()
  const all = [...town.people()].filter(({ comes }) => comes !== 'elected')

  it('are of everybody but who is elected, in order', () => {
    expect([...accounts.keys()]).toEqual(all.map(({ key }) => key))
    expect(accounts.size).toBe(all.length)
    expect([...accounts].every(([key, index]) => accounts.get(key) === index && accounts.has(key))).toBe(true)
    expect(all.map(({ key }) => town.attributes(accounts.get(key) ?? 0))).toEqual(
      all.map(({ attributes }) => attributes),
    )
  })

  it.each(['t020', 'm000001', 'm000999', 'm25', 'M000025', 'm0000025', 'x', ''])('are not of %j', (key) => {
    expect([accounts.has(key), accounts.get(key)]).toEqual([false, undefined])
  })
})

describe('a municipality as a scenario', () => {
  it('ends up equal in a target that does it right, and keeps its own groups at home', () => {
    const scenario = municipalityScenario({ size: 24, numbers: true })
    const driven = drive(createPlay(scenario, eadm), createTarget())
    expect(driven.divergences).toEqual([])
    expect(driven.comparisons).toBeGreaterThan(1_000)
    const sent = JSON.stringify(driven.steps.map(({ request }) => request))
    expect(sent).toContain('Fiks-Tilgang-')
    expect(sent).not.toMatch(/nest-200|Licens-M365/)
  })
})
