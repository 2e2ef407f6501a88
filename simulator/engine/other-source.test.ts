import { describe, expect, it } from 'vitest'
import type { JsonObject, ScimRequest, ScimResponse } from '#scim'
import entra from '../dialects/entra.ts'
import { loadScenario } from '../index.ts'
import { operations } from '../samples/drive.ts'
import { playSmall } from '../samples/small-story.ts'

const CAST = `
people:
  kari: { userName: kari@test.kommune.example }
  ola: { userName: ola@test.kommune.example }
  per: { userName: per@test.kommune.example }
groups:
  a: { displayName: A }
existing: [{ like: per }]
`
const SHARED = [
  'hire: kari',
  'hire: ola',
  'join: { person: kari, group: a }',
  'join: { person: ola, group: a }',
  'sync',
  'other source: { group: a, adds: per }',
  'sync',
  'quit: { person: kari, group: a }',
]

describe('a group that two sources share', () => {
  it('has the people of both', () => {
    const driven = playSmall(entra, SHARED, { cast: CAST })
    expect(driven.divergences).toEqual([])
    const byHand = driven.steps.filter(({ note }) => note.doing === 'by hand')
    expect(byHand.flatMap(({ request }) => operations(request).map(({ op, path }) => [op, path]))).toEqual([
      ['add', 'members'],
    ])
  })

  it('that loses the people of the other source is found, with the request that took them', () => {
    let emptied = false
    const change = (request: ScimRequest, answer: ScimResponse): ScimResponse => {
      emptied ||= operations(request).some(({ op }) => op === 'Remove')
      const isGroup = request.method === 'GET' && request.path.startsWith('/Groups/')
      return emptied && isGroup
        ? { ...answer, body: { ...(answer.body as JsonObject), members: [] } }
        : answer
    }
    const driven = playSmall(entra, SHARED, { cast: CAST, change })
    expect(driven.divergences.map(({ object, cost, note }) => [object, cost, note?.split(';')[0]])).toEqual([
      ['group a', 'data lost', 'ola is missing'],
      ['group a', 'data lost', 'per is missing'],
    ])
    const step = driven.divergences[1]?.step ?? -1
    expect(operations(driven.steps[step]?.request as ScimRequest)).toMatchObject([{ op: 'Remove' }])
  })

  it('still has somebody whom the other source took out: that is found too', () => {
    const lines = [...SHARED, 'other source: { group: a, removes: per }']
    expect(playSmall(entra, lines, { cast: CAST }).divergences).toEqual([])
    const deaf = playSmall(entra, lines, {
      cast: CAST,
      change: (request, answer) => {
        const members = (answer.body as JsonObject | undefined)?.members
        if (request.method !== 'GET' || !Array.isArray(members)) return answer
        return {
          ...answer,
          body: { ...(answer.body as JsonObject), members: [...members, { value: 'id-1' }] },
        }
      },
    })
    expect(deaf.divergences.map(({ cost }) => cost)).toContain('wrong access')
  })
})

it.each([
  ['has no account', CAST.replace('like: per', 'like: ola'), [], /another source has no account of "per"/],
  ['is hired here', CAST, ['hire: per'], /"per" is hired here/],
])('is refused for somebody who %s', (_, cast, more, says) => {
  const lines = [...SHARED, ...more, 'sync'].map((line) => `  - ${line}`).join('\n')
  expect(() => loadScenario(`id: small\ntitle: Small\n${cast}\ntimeline:\n${lines}\n`, 'x.yaml')).toThrow(
    says,
  )
})
