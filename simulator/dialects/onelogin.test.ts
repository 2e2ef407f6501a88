import { describe, expect, it } from 'vitest'
import type { ScimRequest, ScimResponse } from '#scim'
import { createPlay, loadScenario } from '../index.ts'
import { type Driven, drive, operations, TAG } from '../samples/drive.ts'
import { createTarget } from '../samples/target.ts'
import onelogin from './onelogin.ts'

type Change = (request: ScimRequest, answer: ScimResponse) => ScimResponse

function story(timeline: string[], provider = '', change: Change = (_, answer) => answer): Driven {
  const text = `
id: small
title: A small story
${provider}
people:
  kari: { userName: kari@test.kommune.example, title: Lærer }
  ola: { userName: ola@test.kommune.example }
groups:
  a: { displayName: A }
timeline:
${timeline.map((line) => `  - ${line}`).join('\n')}
  - sync`
  const target = createTarget()
  return drive(createPlay(loadScenario(text, 'small.yaml'), onelogin), (r) => change(r, target(r)))
}

const own = ({ steps }: Driven) => steps.filter(({ note }) => note.doing !== 'read back')
const paths = (driven: Driven) => own(driven).map(({ request }) => `${request.method} ${request.path}`)
const about = (driven: Driven, method: string) =>
  own(driven).filter(({ request }) => request.method === method)

describe('onelogin', () => {
  const driven = story(['hire: kari', 'join: { person: kari, group: a }', 'sync', 'leave: kari'])

  it('asks for nobody first, then for the groups, then for each by name', () => {
    expect(paths(driven).slice(0, 4)).toEqual([
      `GET /Users?filter=userName+eq+%22${TAG}-finnes-ikke%22&`,
      'GET /Groups?',
      `GET /Users?filter=userName+eq+%22${TAG}-kari%40test.kommune.example%22&`,
      'POST /Users?',
    ])
  })

  it('has a question mark, a media type and an empty name in every request', () => {
    for (const { request } of own(driven)) {
      expect(request.path).toContain('?')
      expect(request.headers).toEqual({ 'content-type': 'application/scim+json', 'user-agent': '' })
    }
  })

  it('switches off with the whole template, and adds and removes one member at a time', () => {
    const [put] = about(driven, 'PUT')
    expect(put?.request.body).toMatchObject({ userName: `${TAG}-kari@test.kommune.example`, active: false })
    expect(put?.note.habits).toContain('status-in-the-template')
    const changes = about(driven, 'PATCH').flatMap(({ request }) => operations(request))
    expect(changes).toEqual([
      { op: 'add', path: 'members', value: [{ value: 'id-1' }] },
      { op: 'remove', path: 'members[value eq "id-1"]' },
    ])
  })

  it('leaves out what was cleared, which a target may read in another way', () => {
    const cleared = story(['hire: kari', 'sync', 'rename: { person: kari, to: { title: null } }'])
    const [put] = about(cleared, 'PUT')
    expect(put?.request.body).not.toHaveProperty('title')
    expect(put?.note.departs).toContain('AMB-042')
    expect(cleared.divergences).toEqual([])
  })

  it('names schemas as the template does that somebody pasted', () => {
    const early = story(['hire: kari'], 'provider: { earlySchemas: true }')
    const [post] = about(early, 'POST')
    expect(post?.request.body).toHaveProperty('schemas', [
      'urn:scim:schemas:core:2.0',
      'urn:scim:schemas:extension:enterprise:2.0',
    ])
    expect(post?.note.departs).toContain('AMB-040')
    expect(about(driven, 'POST')[0]?.note.departs).toEqual([])
  })

  it('takes 404 for nobody, and reports any other refusal of the test without giving up', () => {
    const isTest = ({ path }: ScimRequest) => path.includes('finnes-ikke')
    const answering = (status: number) =>
      story(['hire: kari'], '', (request, answer) => (isTest(request) ? { status, headers: {} } : answer))
    expect(answering(404).divergences).toEqual([])
    expect(answering(500).divergences).toMatchObject([
      { object: 'connection', attribute: 'answer', actual: 500, cost: 'provisioning blocked', step: 0 },
    ])
    expect(answering(401).divergences).toMatchObject([{ object: 'connection', actual: 401 }])
  })

  it('ends a list of groups that is refused without ending the story', () => {
    let lists = 0
    const driven = story(['hire: kari', 'sync', 'import'], '', ({ path }, answer) =>
      path === '/Groups?' && ++lists === 3 ? { status: 401, headers: {} } : answer,
    )
    expect(driven.divergences).toMatchObject([{ object: 'connection', actual: 401 }])
  })
})
