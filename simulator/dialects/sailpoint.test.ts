import { describe, expect, it } from 'vitest'
import type { Json, ScimRequest, ScimResponse } from '#scim'
import type { Exchanges } from '../dialect.ts'
import { createPlay, loadScenario } from '../index.ts'
import { type Driven, drive, operations, TAG, writes } from '../samples/drive.ts'
import { createTarget } from '../samples/target.ts'
import sailpoint from './sailpoint.ts'

type Change = (request: ScimRequest, answer: ScimResponse) => ScimResponse

function story(timeline: string[], existing = '', change: Change = (_, answer) => answer): Driven {
  const text = `
id: small
title: A small story
people:
  kari: { userName: kari@test.kommune.example, title: Lærer }
  ola: { userName: ola@test.kommune.example }
${existing}
timeline:
${timeline.map((line) => `  - ${line}`).join('\n')}
  - sync`
  const target = createTarget()
  return drive(createPlay(loadScenario(text, 'small.yaml'), sailpoint), (r) => change(r, target(r)))
}

const KNOWN = 'existing: [{ like: kari, but: { title: Vikar } }]'

/** What a list of `there` accounts, at most `size` on a page, is asked for. */
function asked(there: number, size: number, total: Json = there): string[] {
  const pages = sailpoint.readAll?.() as Exchanges
  const paths: string[] = []
  let next = pages.next()
  while (!next.done) {
    const { path } = next.value.request
    paths.push(path)
    const from = Number(new URL(path, 'http://target').searchParams.get('startIndex'))
    const left = path.startsWith('/Users') ? Math.max(0, there - from + 1) : 0
    const Resources = Array.from({ length: Math.min(left, size) }, (_, n) => ({ id: `${from + n}` }))
    next = pages.next({ status: 200, headers: {}, body: { totalResults: total, Resources } })
  }
  return paths.filter((path) => path.startsWith('/Users'))
}

describe('sailpoint', () => {
  it('reads five discovery endpoints and all pages before each cycle', () => {
    const { steps } = story(['hire: kari'])
    expect(steps.slice(0, 8).map(({ request }) => `${request.method} ${request.path}`)).toEqual([
      'GET /ServiceProviderConfig',
      'GET /ResourceTypes',
      'GET /Schemas',
      'GET /ResourceTypes/User',
      'GET /ResourceTypes/Group',
      'GET /Users?startIndex=1&count=100',
      'GET /Groups?startIndex=1&count=100',
      'POST /Users',
    ])
    for (const { request } of steps.slice(0, 8)) expect(request.headers?.accept).toBe('application/scim+json')
  })

  it('goes from page to page by what has come, and ends where nothing comes', () => {
    expect(asked(250, 100)).toEqual([1, 101, 201].map((from) => `/Users?startIndex=${from}&count=100`))
    expect(asked(100, 100)).toHaveLength(1)
    expect(asked(60, 50)).toEqual(['/Users?startIndex=1&count=100', '/Users?startIndex=51&count=100'])
    expect(asked(60, 50, 1_000_000)).toHaveLength(3)
    expect(asked(60, 50, 'many')).toHaveLength(1)
    expect(asked(1_000_000, 100)).toHaveLength(100)
  })

  it('says which discovery endpoint is missing, and goes on', () => {
    const driven = story(['hire: kari'], '', (request, answer) =>
      request.path === '/ResourceTypes/Group' ? { status: 404, headers: {} } : answer,
    )
    expect(writes(driven)).toHaveLength(1)
    expect(driven.divergences).toMatchObject([
      { object: 'connection', attribute: 'answer', actual: 404, step: 4, cost: 'provisioning blocked' },
    ])
  })

  it('adds the status without a path, apart from everything else', () => {
    const driven = story([
      'hire: kari',
      'sync',
      'rename: { person: kari, to: { title: null } }',
      'disable: kari',
    ])
    const changes = writes(driven).slice(1)
    expect(changes.map(({ request }) => operations(request))).toEqual([
      [{ op: 'add', value: { active: false } }],
      [{ op: 'remove', path: 'title' }],
    ])
    expect(changes[0]?.note.confidence).toBe('observed')
  })

  it('corrects an account that the aggregation has shown, and never asks for it by name', () => {
    const driven = story(['hire: kari'], KNOWN)
    const [, change] = writes(driven)
    expect(change && operations(change.request)).toContainEqual({
      op: 'replace',
      path: 'title',
      value: 'Lærer',
    })
    expect(driven.steps.filter(({ request, note }) => note.doing === 'match' || request.path === '')).toEqual(
      [],
    )
    expect(driven.divergences).toEqual([])
  })

  it('does not touch an account of a stranger, and does not guess between two', () => {
    const name = `${TAG}-kari@test.kommune.example`
    const showing = (...ids: string[]): Driven =>
      story(['hire: kari'], KNOWN, ({ method, path }, answer) => {
        if (method !== 'GET' || !path.startsWith('/Users?startIndex')) return answer
        const Resources = ids.map((id) => ({ id, userName: name.toUpperCase() }))
        return { ...answer, body: { totalResults: ids.length, Resources } }
      })
    for (const driven of [showing('stranger'), showing('id-1', 'stranger'), showing('id-1', 'id-1')])
      expect(writes(driven).map(({ note }) => note.doing)).toEqual(['by hand'])
  })
})
