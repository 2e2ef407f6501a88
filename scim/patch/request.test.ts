import { describe, expect, it } from 'vitest'
import { type Json, ScimError, URN } from '../message/index.ts'
import { urns } from '../resource/user-model.sample.ts'
import { type PatchRequestOptions, parsePatchRequest } from './index.ts'

const body = (...operations: Json[]): Json => ({ schemas: [URN.patchOp], Operations: operations })

function keyword(given: Json, options?: PatchRequestOptions): string | undefined {
  try {
    parsePatchRequest(given, urns, options)
  } catch (error) {
    return error instanceof ScimError ? `${error.status} ${error.scimType}` : String(error)
  }
  return undefined
}

describe('parsePatchRequest', () => {
  it('reads operations in order', () => {
    const given = body(
      { op: 'add', value: { title: 'x' } },
      { op: 'Replace', path: 'active', value: false },
      { op: 'remove', path: `${URN.enterpriseUser}:manager` },
      { op: 'replace', path: 'title', value: null },
    )
    expect(parsePatchRequest(given, urns)).toEqual([
      { op: 'add', value: { title: 'x' } },
      { op: 'replace', path: { path: { attribute: 'active' } }, value: false },
      { op: 'remove', path: { path: { uri: URN.enterpriseUser, attribute: 'manager' } } },
      { op: 'replace', path: { path: { attribute: 'title' } }, value: null },
    ])
  })

  it.each<[string, Json]>([
    ['no object', []],
    ['no object', null],
    ['no schemas', { Operations: [{ op: 'add', value: {} }] }],
    ['another URN', { schemas: [URN.user], Operations: [{ op: 'add', value: {} }] }],
    ['no operations', { schemas: [URN.patchOp] }],
    ['an empty array', body()],
    ['no array', { schemas: [URN.patchOp], Operations: { op: 'add', value: {} } }],
    ['an operation that is no object', body('add')],
    ['no op', body({ path: 'title', value: 'x' })],
    ['op null', body({ op: null, path: 'title', value: 'x' })],
    ['an unknown op', body({ op: 'frobnicate', path: 'title', value: 'x' })],
    ['an op of JSON Patch', body({ op: 'test', path: 'title', value: 'x' })],
    ['inherited names', body({ op: 'constructor', path: 'title', value: 'x' })],
  ])('refuses %s', (_, given) => {
    expect(keyword(given)).toBe('400 invalidSyntax')
  })

  it.each<[string, Json]>([
    ['400 noTarget', { op: 'remove' }],
    ['400 noTarget', { op: 'remove', value: [] }],
    ['400 invalidValue', { op: 'add', path: 'title' }],
    ['400 invalidValue', { op: 'add', path: 'title', value: null }],
    ['400 invalidValue', { op: 'replace', path: 'title' }],
    ['400 invalidValue', { op: 'replace', value: 'x' }],
    ['400 invalidValue', { op: 'add', value: [{ title: 'x' }] }],
    ['400 invalidPath', { op: 'add', path: '', value: 1 }],
    ['400 invalidPath', { op: 'add', path: 7, value: 1 }],
    ['400 invalidPath', { op: 'add', path: 'emails[0]', value: 1 }],
    ['400 invalidFilter', { op: 'add', path: 'emails[type eq]', value: 1 }],
  ])('answers %s to %j', (expected, operation) => {
    expect(keyword(body(operation))).toBe(expected)
  })

  it('can insist on lower case', () => {
    expect(keyword(body({ op: 'Add', path: 'title', value: 'x' }), { opCase: 'exact' })).toBe(
      '400 invalidSyntax',
    )
    expect(keyword(body({ op: 'add', path: 'title', value: 'x' }), { opCase: 'exact' })).toBeUndefined()
  })
})
