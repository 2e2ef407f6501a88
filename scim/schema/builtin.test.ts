import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { URN } from '../message/index.ts'
import {
  buildModel,
  builtinModels,
  builtinSchemas,
  discoveryModels,
  findSchema,
  parseSchemas,
  userModel,
} from './index.ts'
import type { Attribute } from './model.ts'

interface Fact {
  readonly schema: string
  readonly path: string
  readonly effective: Readonly<Record<string, unknown>>
}

const file = new URL('../../requirements/attribute-characteristics.json', import.meta.url)
const facts = (JSON.parse(readFileSync(file, 'utf8')) as { attributes: Fact[] }).attributes

const namesOf: Readonly<Record<string, string>> = {
  User: URN.user,
  Group: URN.group,
  EnterpriseUser: URN.enterpriseUser,
  ServiceProviderConfig: URN.serviceProviderConfig,
  ResourceType: URN.resourceType,
  Schema: URN.schema,
}

function attributesOf(schema: string): readonly Attribute[] {
  if (schema === 'common') return builtinModels().User.core.attributes.slice(0, 4)
  return findSchema(builtinSchemas, namesOf[schema] ?? '')?.attributes ?? []
}

function find(attributes: readonly Attribute[], path: string): Attribute | undefined {
  const [name, ...rest] = path.split('.')
  const found = attributes.find((attribute) => attribute.name === name)
  return rest.length > 0 && found ? find(found.subAttributes, rest.join('.')) : found
}

function paths(attributes: readonly Attribute[], prefix = ''): string[] {
  return attributes.flatMap(({ name, subAttributes }) => [
    `${prefix}${name}`,
    ...paths(subAttributes, `${prefix}${name}.`),
  ])
}

describe('built-in schemas', () => {
  it.each(facts.map((fact) => [`${fact.schema} ${fact.path}`, fact] as const))(
    '%s is as the RFC has it',
    (_, fact) => {
      const found = find(attributesOf(fact.schema), fact.path)
      const { canonicalValues, referenceTypes } = fact.effective
      expect(found).toMatchObject(fact.effective)
      expect(found?.canonicalValues).toEqual(canonicalValues)
      expect(found?.referenceTypes).toEqual(referenceTypes)
    },
  )

  it.each(['common', ...Object.keys(namesOf)])('%s has no attribute without a fact', (schema) => {
    const known = facts.filter((fact) => fact.schema === schema).map(({ path }) => path)
    expect(paths(attributesOf(schema)).sort()).toEqual(known.sort())
  })

  it('has the extension of KS Fiks with one optional string', () => {
    expect(findSchema(builtinSchemas, URN.fiksPerson)?.attributes).toEqual([
      {
        name: 'foedselsnummer',
        type: 'string',
        multiValued: false,
        required: false,
        caseExact: true,
        mutability: 'readWrite',
        returned: 'default',
        uniqueness: 'none',
        description: expect.any(String),
        subAttributes: [],
      },
    ])
  })
})

describe('models', () => {
  it('has the common attributes in front', () => {
    const names = builtinModels().Group.core.attributes.map(({ name }) => name)
    expect(names).toEqual(['schemas', 'id', 'externalId', 'meta', 'displayName', 'members'])
  })

  it('keeps what a core schema lists itself', () => {
    const ids = discoveryModels().ResourceType.core.attributes.filter(({ name }) => name === 'id')
    expect(ids).toMatchObject([{ required: false }])
  })

  it('does not let a target make id optional', () => {
    const { schemas } = parseSchemas([
      { id: URN.group, attributes: [{ name: 'ID' }, { name: 'externalId', required: true }] },
    ])
    const { attributes } = buildModel(builtinModels().Group.type, schemas).core
    expect(attributes.map(({ name }) => name)).toEqual(['schemas', 'id', 'meta', 'externalId'])
    expect(find(attributes, 'id')).toMatchObject({ required: true, returned: 'always' })
    expect(find(attributes, 'externalId')).toMatchObject({ required: true })
  })

  it('does not want an id of ServiceProviderConfig', () => {
    const id = find(discoveryModels().ServiceProviderConfig.core.attributes, 'id')
    expect(id).toMatchObject({ required: false, returned: 'default' })
  })

  it('takes the chosen extensions, unknown ones without attributes', () => {
    const { extensions } = userModel([URN.fiksPerson, 'urn:example:unknown'])
    expect(extensions.map(({ schema }) => [schema.id, schema.attributes.length])).toEqual([
      [URN.fiksPerson, 1],
      ['urn:example:unknown', 0],
    ])
  })
})
