import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isObject, member, type ScimRequest, type ScimResponse } from '#scim'
import type { Dialect } from '../dialect.ts'
import eadm from '../dialects/eadm.ts'
import entra from '../dialects/entra.ts'
import { createPlay, loadScenario } from '../index.ts'
import { type Driven, drive, type Exchanged, operations } from '../samples/drive.ts'
import { createTarget, type Target } from '../samples/target.ts'

interface Setting {
  readonly provider?: string
  readonly existing?: string
  readonly target?: Target
}

function story(dialect: Dialect, timeline: readonly string[], setting: Setting = {}): Driven {
  const { provider = '{}', existing, target = createTarget() } = setting
  const text = `
id: small
title: A small story
provider: ${provider}
people:
  kari: { userName: kari@test.kommune.example, title: Lærer }
  ola: { userName: ola@test.kommune.example, title: Rektor }
  per: { userName: per@test.kommune.example, title: Lærer }
groups:
  a: { displayName: A }
${existing === undefined ? '' : `existing: [${existing}]`}
timeline:
${timeline.map((line) => `  - ${line}`).join('\n')}
  - sync`
  return drive(createPlay(loadScenario(text, 'small.yaml'), dialect), target)
}

const ALL = ['hire: kari', 'hire: ola', 'hire: per', 'join: { person: kari, group: a }', 'sync']

/** What the provider itself wrote. */
function written(driven: Driven): Exchanged[] {
  return driven.steps.filter(({ request, note }) => request.method !== 'GET' && note.doing !== 'by hand')
}

/** `create person kari`, in order; with `by hand` what was done past the provider. */
function done({ steps }: Driven): string[] {
  const own = steps.filter(
    ({ note }) => !['read back', 'probe', 'connect', 'import'].includes(String(note.doing)),
  )
  return own.map(({ note }) => `${note.doing} ${note.object}`)
}

function problems({ timeline }: Driven): string[] {
  return timeline.flatMap((entry) => {
    const what = member(entry, 'problem')
    return typeof what === 'string' ? [what] : []
  })
}

/** What is done after the first synchronisation. */
function since(driven: Driven, before: Driven): string[] {
  return done(driven).slice(done(before).length)
}

const files = readdirSync(new URL('../dialects', import.meta.url)).filter((f) => /^[^.]+\.ts$/.test(f))
const dialects = await Promise.all(
  files.map(async (file) => (await import(/* @vite-ignore */ `../dialects/${file}`)).default as Dialect),
)

describe.each(dialects.map((dialect) => [dialect.id, dialect] as const))(
  'a cycle in the dialect %s',
  (_, dialect) => {
    it('foresees each create and each change of a manager as it is sent, and no other', () => {
      const managed = ['kari', 'per'].map((person) => `manager: { person: ${person}, is: ola }`)
      const { steps } = story(dialect, [...ALL.slice(0, -1), ...managed, 'sync'])
      const foretold: ScimRequest[] = []
      for (const { request, note, foreseen } of steps) {
        foretold.push(...foreseen)
        if (note.doing === 'create' || note.doing === 'set manager')
          expect(foretold.splice(0, 1)).toEqual([request])
      }
      expect(foretold).toEqual([])
    })

    it('says of whom is read back, and reads them all before it says so of others', () => {
      const { steps } = story(dialect, ALL)
      const told: ScimRequest[] = []
      const left = new Set<string>()
      for (const { request, reads } of steps) {
        if (reads) expect([...left]).toEqual([])
        for (const read of reads ?? []) left.add(JSON.stringify(read))
        told.push(...(reads ?? []))
        if (left.size > 0)
          expect([left.delete(JSON.stringify(request)), request.path]).toEqual([true, request.path])
      }
      const isTold = (collection: string) => told.some(({ path }) => path.startsWith(collection))
      expect([left.size, isTold('/Users/'), isTold('/Groups/')]).toEqual([0, true, true])
    })

    it('takes nothing that was to be read back for an answer to what it asks after a stop', () => {
      const plain = createTarget()
      let reads = 0
      const target: Target = (request) =>
        /^\/Users\/[^/?]+$/.test(request.path) && request.method === 'GET' && ++reads === 1
          ? { status: 401, headers: {} }
          : plain(request)
      const { steps } = story(dialect, [...ALL, 'wait: 3 days'], { target })
      const stopped = steps.findIndex(({ status }) => status === 401)
      expect([steps[stopped]?.note.doing, steps[stopped + 1]?.reads]).toEqual([
        'read back',
        expect.any(Array),
      ])
    })

    it('writes nothing where nothing changed', () => {
      const once = written(story(dialect, ALL.slice(0, -1)))
      const often = story(dialect, [...ALL, 'sync', 'wait: 3 days', 'sync'])
      expect(written(often)).toHaveLength(once.length)
      expect(often.divergences).toEqual([])
    })

    it('sends again what did not arrive, and makes nothing twice', () => {
      const target = createTarget()
      const driven = story(
        dialect,
        ['outage: { after: 3 }', ...ALL, 'recovery', 'wait: 2 days', 'sync', 'wait: 2 days'],
        { target },
      )
      expect(driven.divergences).toEqual([])
      expect(usersIn(target)).toHaveLength(3)
    })

    it('finds an account again whose answer was lost', () => {
      const target = createTarget()
      const driven = story(
        dialect,
        ['lost answer: kari', 'hire: kari', 'hire: ola', 'sync', 'wait: 2 days', 'sync', 'wait: 2 days'],
        { target },
      )
      expect(driven.divergences).toEqual([])
      expect(usersIn(target).filter((name) => name.includes('kari'))).toHaveLength(1)
    })

    it.each([
      ['person kari', 'hire: kari', /filter=.*kari/],
      ['group a', 'join: { person: ola, group: a }', /filter=displayName eq .* A"/],
    ])(
      'says that %s cannot be found, where the answer was lost and the name is taken',
      (object, event, hidden) => {
        const target = hiding(hidden)
        const lost = [`lost answer: ${object.split(' ')[1]}`, 'hire: ola', event, 'sync', 'wait: 2 days']
        const { steps, divergences, timeline } = story(dialect, lost, { target })
        expect(timeline).toContainEqual(
          expect.objectContaining({ object, problem: 'the answer got lost on its way' }),
        )
        // Who looks at lists instead has found the group there, and all is well.
        const isFound = steps.some(({ note }) => note.object === object && note.doing === 'change members')
        const blocked = expect.objectContaining({ object, cost: 'provisioning blocked' })
        expect(divergences).toEqual(isFound ? [] : expect.arrayContaining([blocked]))
      },
    )
  },
)

/** No filter finds what it hides, and nobody gets a name twice, of groups neither. */
function hiding(hidden: RegExp): Target {
  const plain = createTarget()
  const names = new Set<unknown>()
  return (request) => {
    const path = decodeURIComponent(request.path.replaceAll('+', ' '))
    if (hidden.test(path)) return { status: 200, headers: {}, body: { totalResults: 0, Resources: [] } }
    const isGroup = request.method === 'POST' && path.startsWith('/Groups')
    const name = member(request.body, 'displayName')
    if (isGroup && names.has(name)) return { status: 409, headers: {} }
    if (isGroup) names.add(name)
    return plain(request)
  }
}

function usersIn(target: Target): string[] {
  const answer = target({ method: 'GET', path: '/Users?count=100' })
  const found = member(answer.body, 'Resources')
  return (Array.isArray(found) ? found : []).map((user) => String(member(user, 'userName')))
}

describe('quarantine', () => {
  const cycles = (count: number) => Array.from({ length: count }, () => 'sync')
  const probes = ({ steps }: Driven) => steps.filter(({ note }) => note.doing === 'probe').length

  it('is what an unanswered probe leads to, and ends with the first good cycle', () => {
    const driven = story(entra, ['hire: kari', 'outage: {}', ...cycles(2), 'recovery', 'sync'])
    expect(done(driven)).toEqual([
      'match person kari',
      'create person kari',
      'match group a',
      'create group a',
    ])
    expect(driven.divergences).toEqual([])
  })

  it('lasts 6, 12, 24 hours and then days, and after 28 days nothing is tried any more', () => {
    // After 6 + 12 hours a day each: the 29th day is passed before the 30th try.
    const driven = story(entra, ['hire: kari', 'outage: {}', ...cycles(40), 'recovery', 'sync'])
    const stopped = problems(driven).filter((what) => what.startsWith('the cycle stopped'))
    expect(stopped).toHaveLength(30)
    expect(problems(driven).at(-1)).toContain('given up')
    expect([probes(driven), done(driven)]).toEqual([0, []])
  })

  it('that was given up is ended by a restart', () => {
    const driven = story(entra, ['hire: kari', 'outage: {}', ...cycles(40), 'recovery', 'restart', 'sync'])
    expect(done(driven)).toContain('create person kari')
    expect(driven.divergences).toEqual([])
  })

  it('follows from a share of failures, and the cycle after it goes well', () => {
    const provider = '{ quarantineFailures: 2, quarantineShare: 0.4 }'
    const driven = story(
      entra,
      [
        'hire: ola',
        'sync',
        'lost answer: kari',
        'lost answer: per',
        'hire: kari',
        'hire: per',
        'sync',
        'sync',
      ],
      { provider },
    )
    expect(problems(driven)).toContain('quarantine: too many objects failed')
    expect(driven.divergences).toEqual([])
  })

  it('does not follow from one failure among many', () => {
    const provider = '{ quarantineFailures: 1, quarantineShare: 0.5 }'
    const driven = story(entra, ['lost answer: kari', ...ALL, 'sync'], { provider })
    expect(problems(driven).filter((what) => what.startsWith('quarantine'))).toEqual([])
  })
})

describe('a deletion that is held back', () => {
  const provider = '{ accidentalDeletions: 1 }'
  const before = story(entra, ALL.slice(0, -1), { provider })

  it('is not sent until somebody approves', () => {
    const leaving = [...ALL, 'disable: kari', 'remove: per', 'sync', 'sync']
    const waiting = story(entra, leaving, { provider })
    expect(since(waiting, before)).toEqual([])
    expect(problems(waiting).some((what) => what.includes('held back until approved'))).toBe(true)
    expect(waiting.divergences).toEqual([])
    const approved = story(entra, [...leaving, 'approve', 'sync'], { provider })
    expect(since(approved, before)).toEqual(['read person kari', 'update person kari', 'delete person per'])
    expect(approved.divergences).toEqual([])
  })

  it('is sent at once where it is one', () => {
    const driven = story(entra, [...ALL, 'disable: kari'], { provider })
    expect(since(driven, before)).toEqual(['read person kari', 'update person kari'])
  })

  it('needs another approval the next time', () => {
    const driven = story(
      entra,
      [
        ...ALL,
        'disable: kari',
        'disable: per',
        'sync',
        'approve',
        'sync',
        'enable: kari',
        'enable: per',
        'sync',
        'disable: kari',
        'disable: per',
        'sync',
      ],
      { provider },
    )
    expect(driven.divergences).toEqual([])
    const offs = written(driven).filter(({ request }) =>
      operations(request).some(({ value }) => value === 'False'),
    )
    expect(offs).toHaveLength(2)
  })

  it('leaves everything else to go on, and is compared again when nobody leaves any more', () => {
    const ignoring = createTarget()
    const deaf: Target = (request) =>
      request.method === 'PATCH' && operations(request).some(({ path }) => path === 'title')
        ? { status: 204, headers: {} }
        : ignoring(request)
    const driven = story(
      entra,
      [
        ...ALL,
        'disable: kari',
        'disable: per',
        'sync',
        'enable: kari',
        'enable: per',
        'rename: { person: kari, to: { title: Inspektør } }',
        'sync',
      ],
      { provider, target: deaf },
    )
    expect(driven.divergences).toMatchObject([
      { object: 'person kari', attribute: 'title', cost: 'data lost' },
    ])
  })
})

describe('a target that asks for time', () => {
  const creates = (driven: Driven) => done(driven).filter((what) => what === 'create person kari').length

  it('is asked again after the time it named, ten times at most', () => {
    const busy = (times: number): [Target, () => number] => {
      let asked = 0
      const target = createTarget()
      return [
        (request) => {
          if (request.method !== 'POST' || request.path !== '/Users' || asked >= times) return target(request)
          asked += 1
          return { status: 429, headers: { 'retry-after': '1' } }
        },
        () => asked,
      ]
    }
    const [nine, askedNine] = busy(9)
    const patient = story(entra, ['hire: kari'], { provider: '{ throttled: wait }', target: nine })
    expect([creates(patient), askedNine(), patient.divergences]).toEqual([10, 9, []])
    const [always, asked] = busy(Number.POSITIVE_INFINITY)
    const tired = story(entra, ['hire: kari'], { provider: '{ throttled: wait }', target: always })
    expect([creates(tired), asked()]).toEqual([10, 10])
    expect(tired.divergences).toMatchObject([{ object: 'person kari', attribute: 'existence' }])
  })

  it('is given that time for real, unless it is longer than a play can wait', () => {
    const asking = (retryAfter: string) => {
      const target = createTarget()
      let busy = true
      const driven = story(entra, ['hire: kari'], {
        provider: '{ throttled: wait }',
        target: (request) => {
          if (!busy || request.method !== 'POST' || request.path !== '/Users') return target(request)
          busy = false
          return { status: 429, headers: { 'retry-after': retryAfter } }
        },
      })
      const creates = driven.steps.filter(
        ({ note }) => note.doing === 'create' && note.object === 'person kari',
      )
      return { pauses: creates.map(({ pause }) => pause), said: problems(driven)[0] }
    }
    expect(asking('7')).toEqual({
      pauses: [0, 7_000],
      said: 'answered 429: waits for 7 s and sends it again',
    })
    expect(asking('300')).toEqual({
      pauses: [0],
      said: 'answered 429, and 300 s are longer than the play can wait: it is not sent again',
    })
  })

  it('costs nobody time where the network only rehearses it, but hours of the story', () => {
    const driven = story(
      entra,
      ['hire: ola', 'sync', 'throttle: { requests: 1, retryAfter: 30 }', 'hire: kari'],
      {
        provider: '{ throttled: wait }',
      },
    )
    expect(problems(driven)).toEqual(['answered 429: after 30 s of the story it is sent again'])
    expect(driven.steps.every(({ pause }) => pause === 0)).toBe(true)
    expect(driven.divergences).toEqual([])
  })

  it('sees the object again in the next cycle where the provider does not wait', () => {
    const [once, later] = [['hire: kari'], ['hire: kari', 'sync']]
    const setting = { provider: '{ throttled: next cycle }' }
    const start = ['hire: ola', 'sync', 'throttle: { after: 2, requests: 1 }']
    expect(creates(story(entra, [...start, ...once], setting))).toBe(0)
    const driven = story(entra, [...start, ...later], setting)
    expect([creates(driven), driven.divergences]).toEqual([1, []])
  })
})

describe('a restart', () => {
  it('matches everybody again and adds all members again', () => {
    const before = story(entra, ALL.slice(0, -1))
    const driven = story(entra, [...ALL, 'restart', 'sync'])
    expect(since(driven, before)).toEqual([
      'match person kari',
      'match person ola',
      'match person per',
      'match group a',
      'read group a',
      'change members group a',
    ])
    expect(driven.divergences).toEqual([])
  })

  it('makes an account again that the target has lost', () => {
    const driven = story(entra, [...ALL, 'vanish: kari', 'restart', 'sync'])
    expect(done(driven).filter((what) => what === 'create person kari')).toHaveLength(2)
    expect(driven.divergences).toEqual([])
  })
})

describe('one person at once', () => {
  it('is made, and not made again by the next cycle', () => {
    const driven = story(entra, ['hire: kari', 'on demand: kari'])
    expect(done(driven).filter((what) => what === 'create person kari')).toHaveLength(1)
    expect(driven.divergences).toEqual([])
  })

  it('is never switched off, nor deleted', () => {
    const before = story(entra, ALL.slice(0, -1))
    // The order of a story wants somebody at work for this; the directory knows better.
    const driven = story(entra, [...ALL, 'on demand: kari', 'disable: kari', 'sync'])
    expect(since(driven, before)).toEqual(['read person kari', 'read person kari', 'update person kari'])
  })

  it('is made again where the target has lost the account', () => {
    const before = story(entra, ALL.slice(0, -1))
    const driven = story(entra, [...ALL, 'vanish: kari', 'on demand: kari', 'sync'])
    expect(since(driven, before).slice(0, 4)).toEqual([
      'by hand person kari',
      'read person kari',
      'match person kari',
      'create person kari',
    ])
    expect(driven.divergences).toEqual([])
  })
})

describe('somebody who comes a second time', () => {
  const purged = [
    ...ALL,
    'disable: kari',
    'sync',
    'remove: kari',
    'sync',
    'hire: kari',
    'join: { person: kari, group: a }',
    'sync',
  ]

  it.each([entra, eadm])('gets a new account where the first was deleted ($id)', (dialect) => {
    const driven = story(dialect, purged)
    expect(done(driven).filter((what) => what === 'create person kari')).toHaveLength(2)
    expect(driven.divergences).toEqual([])
  })

  it.each([entra, eadm])(
    'takes over the account that nobody deleted ($id)',
    ({ deleteUser: _, configured: __, ...kept }) => {
      const driven = story(kept as Dialect, purged)
      expect(done(driven).filter((what) => what === 'create person kari')).toHaveLength(1)
      expect(driven.divergences).toEqual([])
    },
  )
})

describe('an account that was there before', () => {
  const taken = '{ like: kari, but: { userName: taken@test.kommune.example } }'
  const rename = 'rename: { person: ola, to: { userName: taken@test.kommune.example } }'

  it('is no fault of a target that refuses its name to somebody else', () => {
    const refusing = refusingTakenNames(createTarget())
    const driven = story(entra, ['hire: ola', 'sync', rename, 'sync'], { existing: taken, target: refusing })
    expect(driven.divergences).toEqual([])
    expect(problems(driven)).toContain('update answered 409')
  })

  it('does not excuse what comes after another name was accepted', () => {
    const target = refusingTakenNames(createTarget())
    let deaf = false
    const driven = story(
      entra,
      [
        'hire: ola',
        'sync',
        rename,
        'sync',
        'rename: { person: ola, to: { userName: free@test.kommune.example } }',
        'sync',
        'rename: { person: ola, to: { title: X } }',
      ],
      {
        existing: taken,
        target: (request) => {
          deaf ||= JSON.stringify(request.body ?? '').includes('free@')
          const isTitle = operations(request).some(({ value }) => value === 'X')
          return deaf && isTitle ? { status: 204, headers: {} } : target(request)
        },
      },
    )
    expect(driven.divergences).toMatchObject([{ object: 'person ola', attribute: 'title' }])
  })
})

/** PATCH with a userName that somebody has: 409. */
function refusingTakenNames(target: Target): Target {
  return (request: ScimRequest): ScimResponse => {
    const name = operations(request).find(({ path }) => path === 'userName')?.value
    const taken = usersIn(target).some((each) => each === name)
    return request.method === 'PATCH' && taken ? { status: 409, headers: {} } : target(request)
  }
}

describe('who leaves', () => {
  it('is deleted where the policy says so, and made anew on return', () => {
    const driven = story(entra, [...ALL, 'disable: kari', 'sync', 'enable: kari', 'sync'], {
      provider: '{ leavers: delete }',
    })
    expect(done(driven)).toContain('delete person kari')
    expect(done(driven).filter((what) => what === 'create person kari')).toHaveLength(2)
    expect(driven.divergences).toEqual([])
  })

  it('is left alone where the policy says so', () => {
    const before = story(entra, ALL.slice(0, -1))
    const driven = story(entra, [...ALL, 'disable: kari', 'sync'], { provider: '{ leavers: leave }' })
    expect(since(driven, before)).toEqual([])
    expect(driven.divergences).toEqual([])
  })
})

describe('what did not arrive', () => {
  it('is not held against the target until it did', () => {
    const lost = story(entra, [
      ...ALL,
      'lost answer: kari',
      'rename: { person: kari, to: { title: X } }',
      'sync',
    ])
    expect(lost.divergences).toEqual([])
    const target = createTarget()
    const deaf: Target = (request) =>
      operations(request).some(({ path }) => path === 'title')
        ? { status: 204, headers: {} }
        : target(request)
    const heard = story(
      entra,
      [
        ...ALL,
        'lost answer: kari',
        'rename: { person: kari, to: { title: X } }',
        'sync',
        'wait: 1 days',
        'sync',
      ],
      { target: deaf },
    )
    expect(heard.divergences).toMatchObject([{ object: 'person kari', attribute: 'title' }])
    expect(heard.divergences.every((each) => isObject(each as never))).toBe(true)
  })
})
