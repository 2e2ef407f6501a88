import { describe, expect, it } from 'vitest'
import { answering, type Exchange, URN } from '#scim'
import { createClaims, reading } from './claim.ts'

const plain: Exchange = {
  id: 'x1',
  by: 't',
  at: 0,
  ms: 1,
  request: { method: 'GET', path: '/Users/1', headers: {} },
  response: {
    status: 200,
    headers: [['ETag', 'W/"1"']],
    body: { id: '1', name: { 'a/b': 1 }, roles: [] },
    text: '',
  },
}
const ID = 'RFC7644-3.12-02'

function statementsOn(
  exchange: Exchange,
  make: (claim: ReturnType<ReturnType<typeof createClaims>['claim']>) => void,
) {
  const { claim, statements } = createClaims()
  make(claim(ID, exchange))
  return statements
}

describe('claims', () => {
  it('hold or not, and say what was expected and found', () => {
    const statements = statementsOn(plain, (c) =>
      c.status(200, 204).status(400).has('/id', '1').has('/name/a~1b', 1).lacks('/roles').has('/roles'),
    )
    expect(statements.map((s) => s.holds)).toEqual([true, false, true, true, true, false])
    expect(statements[1]).toMatchObject({
      what: 'status',
      expected: 400,
      actual: 200,
      requirement: ID,
      exchange: 'x1',
    })
    expect(statements[5]).toMatchObject({ expected: 'present', pointer: '/roles' })
  })

  it('take a header by name without case, and a missing one as absent', () => {
    const statements = statementsOn(plain, (c) =>
      c.header('etag', 'an entity tag', (v) => v !== '').header('Location', 'a URI', () => true),
    )
    expect(statements.map((s) => s.holds)).toEqual([true, false])
    expect(statements[1]).toMatchObject({ absent: true, what: 'header Location' })
  })

  it('mark an answer that only one reading allows', () => {
    const [statement] = statementsOn(answering(plain, { status: 204 }), (c) =>
      c.status(200, reading('AMB-044/204', 204)),
    )
    expect(statement).toMatchObject({ holds: true, reading: 'AMB-044/204' })
  })

  it('judge error bodies by form and by status', () => {
    const error = { schemas: [URN.error], status: '404' }
    const good = statementsOn(answering(plain, { status: 404, body: error }), (c) => c.errorBody())
    expect(good.every((s) => s.holds && !s.reading)).toBe(true)
    const numeric = statementsOn(answering(plain, { status: 404, body: { ...error, status: 404 } }), (c) =>
      c.errorBody(),
    )
    expect(numeric.at(-1)).toMatchObject({ holds: true, reading: 'AMB-017/error-status-number' })
    const html = statementsOn(answering(plain, { status: 404, body: undefined, text: '<html>' }), (c) =>
      c.errorBody(),
    )
    expect(html[0]).toMatchObject({ holds: false, actual: '<html>' })
  })

  it('treat a missing scimType as AMB-035 and a wrong one as wrong', () => {
    const [missing] = statementsOn(plain, (c) => c.scimType('noTarget'))
    expect(missing).toMatchObject({ holds: true, reading: 'AMB-035/keyword-missing' })
    const [wrong] = statementsOn(answering(plain, { body: { scimType: 'uniqueness' } }), (c) =>
      c.scimType('noTarget', 'invalidPath'),
    )
    expect(wrong).toMatchObject({ holds: false, expected: ['noTarget', 'invalidPath'], actual: 'uniqueness' })
  })

  it('fail as a whole where there was no answer', () => {
    const { response: _, ...silent } = plain
    const exchange: Exchange = {
      ...silent,
      failure: { kind: 'timeout', message: 'no complete answer within 5 ms' },
    }
    const statements = statementsOn(exchange, (c) =>
      c.status(200).succeeds().lacks('/x').scimType('a').holds(true, { expected: 1, actual: 1 }),
    )
    expect(statements.every((s) => !s.holds)).toBe(true)
    expect(statements[0]).toMatchObject({
      what: 'response',
      actual: 'no answer: no complete answer within 5 ms',
    })
  })
})
