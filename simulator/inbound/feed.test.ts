import { expect, it } from 'vitest'
import { findIdentityNumbers } from '#people'
import { type JsonObject, URN } from '#scim'
import { loadScenario } from '../scenario.ts'
import { inboundFeed, type Upload } from './feed.ts'

const CAST = `
people:
  kari: { userName: kari@test.kommune.example, displayName: Kari Nordmann, nationalId: synthetic, enterprise: { employeeNumber: "100234" } }
  ola: { userName: ola@test.kommune.example, displayName: Ola Hansen, enterprise: { employeeNumber: "100017" } }
groups:
  a: { displayName: A }
`
const RUN = { tag: 'st-k3v9x2', seed: '1' }

function feed(...lines: string[]): Upload[] {
  const timeline = lines.map((line) => `  - ${line}`).join('\n')
  return inboundFeed(
    loadScenario(`id: small\ntitle: Small\n${CAST}\ntimeline:\n${timeline}\n  - sync\n`, 'small.yaml'),
    RUN,
  )
}

const usersIn = ({ request }: Upload): JsonObject[] =>
  ((request.body as JsonObject).Operations as JsonObject[]).map(({ data }) => data as JsonObject)

it('uploads at each synchronisation who is new or changed, and nobody else', () => {
  const uploads = feed(
    'hire: kari',
    'hire: ola',
    'sync',
    'sync',
    'rename: { person: kari, to: { title: Rektor } }',
  )
  expect(uploads.map(({ people, story }) => ({ people, story }))).toEqual([
    { people: 2, story: ['hire kari', 'hire ola'] },
    { people: 1, story: ['rename kari (title)'] },
  ])
  expect(usersIn(uploads[1] as Upload)).toMatchObject([{ displayName: 'Kari Nordmann', title: 'Rektor' }])
})

it('says of leavers that they do not work any more, once, and deletes nobody', () => {
  const uploads = feed(
    'hire: kari',
    'hire: ola',
    'sync',
    'leave: kari',
    'sync',
    'remove: kari',
    'remove: ola',
  )
  expect(
    uploads.map((upload) => usersIn(upload).map(({ displayName, active }) => [displayName, active])),
  ).toEqual([
    [
      ['Kari Nordmann', true],
      ['Ola Hansen', true],
    ],
    [['Kari Nordmann', false]],
    [['Ola Hansen', false]],
  ])
})

it('has nothing to tell of groups, of applications and of what befalls a provider', () => {
  expect(
    feed('hire: kari', 'sync', 'join: { person: kari, group: a }', 'unassign: kari', 'restart'),
  ).toHaveLength(1)
})

it('names people and managers by numbers of the run alone, and never by identity numbers', () => {
  const [upload] = feed('hire: kari', 'hire: ola', 'manager: { person: kari, is: ola }')
  const [kari] = usersIn(upload as Upload)
  expect(kari).toMatchObject({
    externalId: 'st-k3v9x2-100234',
    userName: 'st-k3v9x2-kari',
    [URN.enterpriseUser]: { manager: { value: 'st-k3v9x2-100017' } },
  })
  expect(findIdentityNumbers(JSON.stringify(upload))).toEqual([])
})

it('gives each operation of all uploads a bulkId of its own', () => {
  const uploads = feed('hire: kari', 'sync', 'leave: kari')
  const ids = uploads.flatMap(({ request }) =>
    ((request.body as JsonObject).Operations as JsonObject[]).map(({ bulkId }) => bulkId),
  )
  expect(new Set(ids).size).toBe(2)
})
