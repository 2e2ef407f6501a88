import { describe, expect, it } from 'vitest'
import { operations, writes } from '../samples/drive.ts'
import { lines, playSmall, sent } from '../samples/small-story.ts'
import google from './google.ts'

const BEGIN = ['hire: kari', 'hire: ola', 'join: { person: kari, group: a }', 'sync']

describe('google', () => {
  it('announces a media type on every request, and encodes queries as forms', () => {
    const driven = playSmall(google, [...BEGIN, 'remove: kari'])
    const types = sent(driven).map(({ request }) => request.headers?.['content-type'])
    expect(new Set(types)).toEqual(new Set(['application/scim+json']))
    expect(sent(driven)[0]?.request.path).toMatch(/^\/Users\?filter=userName\+eq\+%22.*%40.*%22$/)
  })

  it('adds 250 members by three requests', () => {
    const keys = Array.from({ length: 250 }, (_, index) => `p${index}`)
    const people = keys.map((key) => `  ${key}: { userName: ${key}@test.kommune.example }`)
    const cast = ['people:', ...people, 'groups:', '  a: { displayName: A }'].join('\n')
    const timeline = [
      ...keys.map((key) => `hire: ${key}`),
      ...keys.map((key) => `join: { person: ${key}, group: a }`),
    ]
    const driven = playSmall(google, timeline, { cast })
    const sizes = writes(driven).flatMap(({ request }) =>
      operations(request).map(({ value }) => (value as unknown[]).length),
    )
    expect(sizes).toEqual([100, 100, 50])
    expect(driven.divergences).toEqual([])
  })

  it('puts the whole user when somebody is suspended, and deletes who is in the bin', () => {
    const driven = playSmall(google, [...BEGIN, 'disable: kari', 'sync', 'enable: kari', 'bin: kari'])
    const later = lines(writes(driven)).slice(4)
    expect(later).toEqual(['PUT /Users/id-1', 'PATCH /Groups/id-3 | remove members', 'DELETE /Users/id-1'])
    expect(writes(driven)[4]?.request.body).toMatchObject({ active: false, id: 'id-1' })
    expect(driven.divergences).toEqual([])
  })

  it('takes two hits for none', () => {
    const cast = 'people:\n  kari: { userName: kari@test.kommune.example }\ngroups:\n  a: { displayName: A }'
    const settings = 'existing:\n  - { like: a }\n  - { like: a }'
    const driven = playSmall(google, ['hire: kari'], { cast, settings })
    expect(lines(writes(driven)).filter((line) => line === 'POST /Groups')).toHaveLength(3)
    expect(driven.divergences).toEqual([])
  })

  it('finds a member who was lost because the target takes the value of a removal for nothing', () => {
    let removed = false
    const driven = playSmall(
      google,
      [...BEGIN, 'join: { person: ola, group: a }', 'sync', 'quit: { person: kari, group: a }'],
      {
        change: (request, answer) => {
          removed ||= operations(request).some(({ op }) => op === 'remove')
          const isGroup = request.method === 'GET' && request.path === '/Groups/id-3'
          return removed && isGroup
            ? { ...answer, body: { ...(answer.body as object), members: [] } }
            : answer
        },
      },
    )
    expect(driven.divergences).toMatchObject([
      { object: 'group a', attribute: 'members', cost: 'data lost', note: expect.stringContaining('ola') },
    ])
  })

  it('sends a blank for a first name that is missing, and the primary address for the e-mail', () => {
    const cast = `people:
  kari: { userName: kari@test.kommune.example, name: { familyName: Nordmann }, emails: [k@other.example] }`
    const driven = playSmall(google, ['hire: kari'], { cast })
    expect(writes(driven)[0]?.request.body).toMatchObject({
      name: { familyName: 'Nordmann', givenName: ' ' },
      displayName: '  Nordmann',
      emails: [{ value: 'st-k3v9x2-kari@test.kommune.example', type: 'work', primary: true }],
      addresses: [{ type: 'work' }],
    })
  })
})
