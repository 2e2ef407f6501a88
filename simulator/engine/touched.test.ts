import { expect, it } from 'vitest'
import type { Dialect } from '../dialect.ts'
import okta from '../dialects/okta.ts'
import { writes } from '../samples/drive.ts'
import { lines, playSmall } from '../samples/small-story.ts'

const castOf = (count: number) => {
  const everybody = Array.from({ length: count }, (_, n) => `p${n}`)
  const people = everybody.map(
    (key) =>
      `  ${key}: { userName: ${key}@test.kommune.example, name: { givenName: Kari, familyName: Nr${key} } }`,
  )
  return { everybody, cast: `people:\n${people.join('\n')}\ngroups:\n  a: { displayName: A }\n` }
}

/** How often the dialect is asked for somebody's values while so many are hired and join one group. */
function looks(count: number): number {
  let looks = 0
  const counting = (dialect: Dialect): Dialect => ({
    ...dialect,
    valuesOf: (person) => {
      looks++
      return dialect.valuesOf(person)
    },
  })
  const dialect: Dialect = {
    ...okta,
    configured: (policy) => counting(okta.configured?.(policy) ?? okta),
  }
  const { cast, everybody } = castOf(count)
  const timeline = everybody.flatMap((key) => [`hire: ${key}`, `join: { person: ${key}, group: a }`])
  const { divergences } = playSmall(dialect, timeline, { cast })
  expect(divergences).toEqual([])
  return looks
}

it('an event is sent on its way without a look at everybody', () => {
  expect(looks(20)).toBeGreaterThan(20)
  // Four times the people: sixteen times the looks, if each event led to a look at all of them.
  expect(looks(80)).toBeLessThan(looks(20) * 6)
})

it('what was refused is tried again with the next event, whomever that is about', () => {
  let refusals = 1
  const driven = playSmall(
    okta,
    [
      'hire: kari',
      'join: { person: kari, group: a }',
      'hire: ola',
      'rename: { person: ola, to: { title: Vikar } }',
    ],
    {
      change: (request, answer) =>
        request.method === 'PATCH' && request.path.startsWith('/Groups') && refusals-- > 0
          ? { status: 500, headers: {} }
          : answer,
    },
  )
  const wrote = lines(writes(driven)).map((line) => line.split(' | ')[0])
  expect(wrote.slice(0, 5)).toEqual([
    'POST /Users',
    'POST /Groups',
    'PATCH /Groups/id-2',
    'POST /Users',
    'PATCH /Groups/id-2',
  ])
  expect(driven.divergences).toEqual([])
})
