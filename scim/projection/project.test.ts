import { describe, expect, it } from 'vitest'
import { type JsonObject, URN } from '../message/index.ts'
import type { Attribute, ResourceModel, Returned } from '../schema/index.ts'
import { userModel } from '../schema/index.ts'
import { type ProjectionOptions, project } from './index.ts'

const model = userModel([URN.enterpriseUser, URN.fiksPerson])

const schemas = [URN.user, URN.enterpriseUser, URN.fiksPerson]
const kari: JsonObject = {
  schemas,
  id: '2819',
  userName: 'kari',
  password: 'hemmelig',
  name: { givenName: 'Kari', familyName: 'Nordmann' },
  emails: [{ value: 'a@b', type: 'work' }, { type: 'home' }],
  meta: { resourceType: 'User', location: '/Users/2819' },
  [URN.enterpriseUser]: { department: 'Oppvekst', manager: { value: '26', displayName: 'Ola' } },
  [URN.fiksPerson]: { foedselsnummer: '13860199981' },
}
const { password: _, ...visible } = kari
const minimum = { schemas, id: '2819' }

function wanting(...attributes: string[]) {
  return project(kari, model, { attributes })
}
function excluding(...excludedAttributes: string[]) {
  return project(kari, model, { excludedAttributes })
}

describe('project', () => {
  it('gives all but what is never returned', () => {
    expect(project(kari, model)).toEqual(visible)
    expect(project(kari, model, { attributes: [], op: 'write', requested: ['password'] })).toEqual(visible)
  })

  it.each<[string, string[], JsonObject]>([
    ['an attribute', ['userName'], { userName: 'kari' }],
    ['another letter case', ['USERNAME'], { userName: 'kari' }],
    ['blanks around', [' userName '], { userName: 'kari' }],
    ['the URN in front', [`${URN.user}:userName`], { userName: 'kari' }],
    ['a sub-attribute', ['name.givenName'], { name: { givenName: 'Kari' } }],
    ['a whole and a part of it', ['name.givenName', 'name'], { name: kari.name ?? null }],
    ['a part of many values', ['emails.value'], { emails: [{ value: 'a@b' }] }],
    ['part of an attribute in common', ['meta.location'], { meta: { location: '/Users/2819' } }],
    ['an extension', [URN.fiksPerson], { [URN.fiksPerson]: { foedselsnummer: '13860199981' } }],
    [
      'an attribute behind the dot of a version',
      [`${URN.fiksPerson}:foedselsnummer`],
      { [URN.fiksPerson]: { foedselsnummer: '13860199981' } },
    ],
    [
      'a sub-attribute of an extension',
      [`${URN.enterpriseUser.toUpperCase()}:MANAGER.value`],
      { [URN.enterpriseUser]: { manager: { value: '26' } } },
    ],
    ['what is never returned', ['password'], {}],
    [
      'a name nobody knows',
      ['shoeSize', 'name.first', 'urn:x:y:z', 'a b', '', ':', 'emails[type eq "work"]'],
      {},
    ],
    ['a name in the wrong schema', ['foedselsnummer', 'department'], {}],
    ['an attribute that has no value', ['title', 'emails.display'], {}],
    ['names of JavaScript', ['constructor', 'toString', '__proto__'], {}],
  ])('takes %s in attributes', (_, names, expected) => {
    expect(wanting(...names)).toEqual({ ...minimum, ...expected })
  })

  it('gives a whole core schema by its URN', () => {
    const { [URN.enterpriseUser]: _enterprise, [URN.fiksPerson]: _fiks, ...core } = visible
    expect(wanting(URN.user)).toEqual(core)
  })

  it.each<[string, string[], JsonObject]>([
    ['an attribute', ['userName', 'EMAILS', 'meta', 'name', ...schemas.slice(1)], { ...minimum }],
    ['a sub-attribute', ['name.givenName'], { ...visible, name: { familyName: 'Nordmann' } }],
    ['a part of many values', ['emails.type'], { ...visible, emails: [{ value: 'a@b' }] }],
    ['what is always returned', ['id', 'schemas'], visible],
    ['a name nobody knows', ['shoeSize', '...'], visible],
    [
      'a part of an extension',
      [`${URN.enterpriseUser}:manager.displayName`],
      { ...visible, [URN.enterpriseUser]: { department: 'Oppvekst', manager: { value: '26' } } },
    ],
  ])('takes %s in excludedAttributes', (_, names, expected) => {
    expect(excluding(...names)).toEqual(expected)
  })

  it('leaves out a container that lost all it had', () => {
    expect(excluding(`${URN.fiksPerson}:foedselsnummer`)).not.toHaveProperty([URN.fiksPerson])
  })

  it('lets attributes win over excludedAttributes', () => {
    const both = { attributes: ['userName'], excludedAttributes: ['userName', 'emails'] }
    expect(project(kari, model, both)).toEqual({ ...minimum, userName: 'kari' })
  })

  it('leaves the resource as it was', () => {
    const before = structuredClone(kari)
    const frozen = Object.freeze(structuredClone(kari))
    project(frozen, model, { attributes: ['name.givenName', 'emails.value'] })
    expect(frozen).toEqual(before)
  })

  it('treats members nobody defined as returned by default', () => {
    const odd = JSON.parse('{"id":"1","shoeSize":42,"__proto__":{"x":1}}') as JsonObject
    expect(Object.keys(project(odd, model))).toEqual(['id', 'shoeSize', '__proto__'])
    expect(project(odd, model, { attributes: ['SHOESIZE'] })).toEqual({ id: '1', shoeSize: 42 })
    expect(project(odd, model, { attributes: ['id'] })).toEqual({ id: '1' })
  })
})

/** A model like User's in which `title` and `name.*` are returned otherwise. */
function returning(changes: Readonly<Record<string, Returned>>): ResourceModel {
  const change = (attribute: Attribute, prefix = ''): Attribute => ({
    ...attribute,
    returned: changes[`${prefix}${attribute.name}`] ?? attribute.returned,
    subAttributes: attribute.subAttributes.map((sub) => change(sub, `${attribute.name}.`)),
  })
  return { ...model, core: { ...model.core, attributes: model.core.attributes.map((a) => change(a)) } }
}

describe('project by the returned characteristic', () => {
  const user: JsonObject = { schemas, id: '1', title: 'x', name: { givenName: 'K', familyName: 'N' } }
  const least = { schemas, id: '1' }

  it.each<[string, Readonly<Record<string, Returned>>, ProjectionOptions, JsonObject]>([
    ['on request: not by itself', { title: 'request' }, {}, { name: user.name ?? null }],
    ['on request: by its name', { title: 'request' }, { attributes: ['title'] }, { title: 'x' }],
    [
      'on request: not by its schema',
      { title: 'request' },
      { attributes: [URN.user] },
      { name: user.name ?? null },
    ],
    [
      'on request: when it was written',
      { title: 'request' },
      { op: 'write', requested: ['TITLE'] },
      { title: 'x', name: user.name ?? null },
    ],
    [
      'on request: not when it was written and excluded',
      { title: 'request' },
      { op: 'write', requested: ['title'], excludedAttributes: ['title'] },
      { name: user.name ?? null },
    ],
    [
      'on request: not when reading',
      { title: 'request' },
      { requested: ['title'] },
      { name: user.name ?? null },
    ],
    [
      'on request: a part not with its whole',
      { 'name.givenName': 'request' },
      { attributes: ['name'] },
      { name: { familyName: 'N' } },
    ],
    [
      'on request: a part by its name',
      { 'name.givenName': 'request' },
      { attributes: ['name', 'name.givenName'] },
      { name: user.name ?? null },
    ],
    ['always: whatever is wanted', { title: 'always' }, { attributes: ['userName'] }, { title: 'x' }],
    [
      'always: with all its parts',
      { name: 'always' },
      { attributes: ['userName'] },
      { name: user.name ?? null },
    ],
    [
      'always: whatever is excluded',
      { title: 'always', name: 'never' },
      { excludedAttributes: ['title', URN.user] },
      { title: 'x' },
    ],
    [
      'always: a part rides along',
      { 'name.givenName': 'always' },
      { attributes: ['name.familyName'] },
      { name: user.name ?? null },
    ],
    [
      'always: a part alone does not',
      { 'name.givenName': 'always' },
      { attributes: ['title'] },
      { title: 'x' },
    ],
    [
      'always: a part cannot be excluded',
      { 'name.givenName': 'always' },
      { excludedAttributes: ['title', 'name.givenName'] },
      { name: user.name ?? null },
    ],
    [
      'never: a part',
      { 'name.givenName': 'never' },
      { attributes: ['name.givenName', 'title'] },
      { title: 'x' },
    ],
    [
      'never: a whole by its part',
      { name: 'never' },
      { attributes: ['name.givenName', 'title'] },
      { title: 'x' },
    ],
  ])('%s', (_, changes, options, expected) => {
    expect(project(user, returning(changes), options)).toEqual({ ...least, ...expected })
  })
})
