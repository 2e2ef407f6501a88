import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { JsonObject, ScimRequest, ScimResponse } from '#scim'
import type { Dialect } from '../dialect.ts'
import { createPlay, loadScenario } from '../index.ts'
import { type Driven, drive, operations, writes } from '../samples/drive.ts'
import { createTarget } from '../samples/target.ts'
import eadm from './eadm.ts'
import entra from './entra.ts'

function story(
  dialect: Dialect,
  timeline: string[],
  change = (_: ScimRequest, a: ScimResponse) => a,
): Driven {
  const text = `
id: small
title: A small story
people:
  kari: { userName: kari@test.kommune.example, title: Lærer, emails: [kari@test.kommune.example] }
  ola: { userName: ola@test.kommune.example }
groups:
  a: { displayName: A }
  b: { displayName: B }
timeline:
${timeline.map((line) => `  - ${line}`).join('\n')}
  - sync`
  const target = createTarget()
  return drive(createPlay(loadScenario(text, 'small.yaml'), dialect), (r) => change(r, target(r)))
}

const BEGIN = ['hire: kari', 'hire: ola', 'join: { person: kari, group: a }', 'sync']

/** Method, path and operations of what follows the first synchronisation. */
function later(driven: Driven): string[] {
  const first = driven.steps.findIndex(({ note }) => note.doing === 'read back')
  return writes({ ...driven, steps: driven.steps.slice(first) }).map(({ request }) =>
    [request.method, request.path, ...operations(request).map(({ op, path }) => `${op} ${path}`)].join(' '),
  )
}

describe('every dialect in the folder', async () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter(
    (f) => f.endsWith('.ts') && !/\.(test|part)\./.test(f),
  )
  const all = await Promise.all(
    files.map(async (file) => [file, (await import(/* @vite-ignore */ `./${file}`)).default] as const),
  )

  it.each(all)('%s says where each habit is known from', (file, dialect: Dialect) => {
    expect(`${dialect.id}.ts`).toBe(file)
    for (const habit of Object.values(dialect.habits)) {
      expect(habit.says.length).toBeGreaterThan(10)
      expect(habit.source).toMatch(/\w/)
      expect(['documented', 'observed', 'inferred']).toContain(habit.confidence)
    }
  })

  it.each(all)(
    '%s takes somebody through a whole career, saying which habits it has',
    (_, dialect: Dialect) => {
      const driven = story(dialect, [
        ...BEGIN,
        'manager: { person: kari, is: ola }',
        'rename: { person: kari, to: { title: null, displayName: K } }',
        'sync',
        'leave: kari',
        'sync',
        'return: kari',
        'sync',
        'remove: kari',
      ])
      expect(driven.divergences).toEqual([])
      const used = new Set(driven.steps.flatMap(({ note }) => note.habits as string[]))
      expect(used.size).toBeGreaterThan(8)
    },
  )
})

describe('eadm', () => {
  it('takes a mover out of the old group before the new one is joined', () => {
    expect(later(story(eadm, [...BEGIN, 'move: { person: kari, from: a, to: b }']))).toEqual([
      'PATCH /Groups/id-3 remove members[value eq "id-1"]',
      'PATCH /Groups/id-4 add members',
    ])
  })

  it('takes every membership from a leaver before switching the account off, and switches it on for a rehire', () => {
    expect(later(story(eadm, [...BEGIN, 'leave: kari', 'sync', 'return: kari']))).toEqual([
      'PATCH /Groups/id-3 remove members[value eq "id-1"]',
      'PATCH /Users/id-1 replace active',
      'PATCH /Users/id-1 replace active',
    ])
  })

  it('removes what was cleared, and adds what was not there', () => {
    const to = '{ title: null, emails: [{ value: k@x.example, type: home }] }'
    const driven = story(eadm, [...BEGIN, `rename: { person: kari, to: ${to} }`])
    expect(later(driven)).toEqual(['PATCH /Users/id-1 add emails remove title'])
    expect(driven.divergences).toEqual([])
  })

  it('sets, changes and takes away a manager', () => {
    const driven = story(eadm, [
      ...BEGIN,
      'manager: { person: kari, is: ola }',
      'sync',
      'manager: { person: kari }',
    ])
    const path = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager'
    expect(later(driven)).toEqual([`PATCH /Users/id-1 replace ${path}`, `PATCH /Users/id-1 remove ${path}`])
    expect(driven.divergences).toEqual([])
  })

  it('matches again after a conflict', () => {
    const driven = story(eadm, ['hire: kari'], ({ method, path }, answer) =>
      method === 'POST' && path === '/Users' ? { status: 409, headers: {} } : answer,
    )
    const about = driven.steps
      .filter(({ note }) => note.object === 'person kari')
      .map(({ note }) => note.doing)
    expect(about).toEqual(['match', 'create', 'match'])
    expect(driven.divergences).toMatchObject([{ object: 'person kari', attribute: 'existence' }])
  })
})

describe('entra', () => {
  it('disables a leaver and then removes the membership', () => {
    expect(later(story(entra, [...BEGIN, 'leave: kari']))).toEqual([
      'PATCH /Users/id-1 Replace active',
      'PATCH /Groups/id-3 Remove members',
    ])
  })

  it('sends a manager as text, in a request of its own, and nothing when there is none any more', () => {
    const driven = story(entra, [
      ...BEGIN,
      'manager: { person: kari, is: ola }',
      'rename: { person: kari, to: { displayName: K } }',
      'sync',
      'manager: { person: kari }',
    ])
    expect(later(driven)).toEqual([
      'PATCH /Users/id-1 Add displayName',
      'PATCH /Users/id-1 Add urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager',
    ])
    expect(driven.divergences).toEqual([])
  })

  it('reports a manager that was lost as caused by a habit', () => {
    const driven = story(entra, [...BEGIN, 'manager: { person: kari, is: ola }'], ({ method }, answer) => {
      const body = answer.body as JsonObject | undefined
      if (method !== 'GET' || !body?.id) return answer
      const { 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': _, ...rest } = body
      return { ...answer, body: rest }
    })
    expect(driven.divergences).toMatchObject([
      { expected: { value: 'ola' }, actual: undefined, requirement: 'sim/tolerates-habits' },
    ])
  })

  it('stops when the probe is not answered with 200, and tries again the next time', () => {
    const driven = story(entra, ['hire: kari', 'sync'], () => ({ status: 503, headers: {} }))
    expect(driven.steps.map(({ note }) => note.doing)).toEqual(['probe', 'probe'])
    expect(driven.divergences).toHaveLength(1)
  })

  it('gives up on a user whom the target has lost', () => {
    let deleted = false
    const driven = story(
      entra,
      [...BEGIN, 'rename: { person: kari, to: { displayName: K } }', 'sync', 'leave: kari'],
      ({ method, path }, answer) => {
        deleted ||= method === 'PATCH'
        return deleted && path.startsWith('/Users/id-1') ? { status: 404, headers: {} } : answer
      },
    )
    expect(driven.divergences).toMatchObject([
      { object: 'person kari', attribute: 'existence', expected: 'present', cost: 'data lost' },
    ])
  })

  it('deletes a dissolved group', () => {
    const driven = story(entra, [...BEGIN, 'remove: { group: a }'])
    expect(later(driven)).toEqual(['DELETE /Groups/id-3'])
    expect(driven.divergences).toEqual([])
  })

  it('does not create somebody who left before the first synchronisation', () => {
    const driven = story(entra, ['hire: kari', 'leave: kari'])
    expect(writes(driven).map(({ request }) => request.path)).toEqual(['/Groups', '/Groups'])
  })
})
