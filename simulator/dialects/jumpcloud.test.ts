import { describe, expect, it } from 'vitest'
import type { ScimRequest, ScimResponse } from '#scim'
import { createPlay, loadScenario } from '../index.ts'
import { type Driven, drive, operations, TAG, writes } from '../samples/drive.ts'
import { createTarget } from '../samples/target.ts'
import jumpcloud from './jumpcloud.ts'

const TEXT = `
id: small
title: A small story
people:
  kari: { userName: kari@test.kommune.example }
  ola: { userName: ola@test.kommune.example }
groups:
  a: { displayName: A }
timeline:
  - hire: kari
  - hire: ola
  - join: { person: kari, group: a }
  - join: { person: ola, group: a }
  - sync
  - rename: { group: a, to: { displayName: B } }
  - quit: { person: kari, group: a }
  - sync`

function story(answers: (request: ScimRequest) => ScimResponse | undefined = () => undefined): Driven {
  const target = createTarget()
  const play = createPlay(loadScenario(TEXT, 'small.yaml'), jumpcloud)
  return drive(play, (request) => answers(request) ?? target(request))
}

const tests = (driven: Driven) => writes(driven).filter(({ note }) => note.doing === 'connect')
const lines = (driven: Driven) => tests(driven).map(({ request }) => `${request.method} ${request.path}`)
const refusing = (method: string, path: RegExp, status: number) => (request: ScimRequest) =>
  request.method === method && path.test(request.path) ? { status, headers: {} } : undefined

describe('jumpcloud', () => {
  it('makes, changes and deletes a test user and a test group that carry the mark of the run', () => {
    const driven = story()
    expect(lines(driven)).toEqual([
      'POST /Users',
      'PUT /Users/id-1',
      'DELETE /Users/id-1',
      'POST /Groups',
      'PATCH /Groups/id-2',
      'DELETE /Groups/id-2',
    ])
    expect(tests(driven)[0]?.request.body).toMatchObject({ userName: `${TAG}-jc-test@test.kommune.example` })
    expect(tests(driven)[3]?.request.body).toMatchObject({ displayName: `${TAG}-jc-test` })
    expect(driven.divergences).toEqual([])
  })

  it('switches the test user off where it cannot be deleted', () => {
    const driven = story(refusing('DELETE', /^\/Users/, 501))
    const last = tests(driven)[3]
    expect([last?.request.method, last?.request.body]).toMatchObject(['PUT', { active: false }])
    expect(last?.note.habits).toContain('test-user-switched-off')
  })

  it('says that a connection cannot be set up where the test user cannot be made or changed', () => {
    for (const [method, path] of [
      ['POST', /^\/Users$/],
      ['PUT', /^\/Users\/id-1$/],
      ['PATCH', /^\/Groups\/id-2$/],
    ] as const) {
      let first = true
      const refuse = refusing(method, path, 400)
      const driven = story((request) => {
        const answer = first ? refuse(request) : undefined
        if (answer) first = false
        return answer
      })
      expect(driven.divergences).toMatchObject([
        { object: 'connection', attribute: 'answer', actual: 400, cost: 'provisioning blocked' },
      ])
    }
  })

  it('goes no further with an id that cannot stand in a path', () => {
    const driven = story((request) =>
      request.method === 'POST' && JSON.stringify(request.body).includes('jc-test')
        ? { status: 201, headers: {}, body: { id: '../Users' } }
        : undefined,
    )
    expect(lines(driven)).toEqual(['POST /Users', 'POST /Groups'])
  })

  it('renames without a path, and removes by a list that a target may read in another way', () => {
    const changes = writes(story()).filter(({ request, note }) => {
      return request.method === 'PATCH' && note.doing !== 'connect'
    })
    const shown = changes.map(({ request, note }) => [operations(request)[0], note.departs])
    expect(shown).toEqual([
      [{ op: 'add', path: 'members', value: [{ value: 'id-3' }] }, []],
      [{ op: 'add', path: 'members', value: [{ value: 'id-5' }] }, []],
      [{ op: 'replace', value: { displayName: `${TAG} B` } }, []],
      [{ op: 'remove', path: 'members', value: [{ value: 'id-3' }] }, ['AMB-063']],
    ])
  })
})
