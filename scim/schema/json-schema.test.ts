import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { URN } from '../message/index.ts'
import { builtinModels, discoveryModels, jsonSchemaFor, userModel } from './index.ts'

const models = { ...builtinModels(), ...discoveryModels(), Fiks: userModel([URN.fiksPerson]) }

describe('jsonSchemaFor', () => {
  it.each(Object.entries(models))('makes of %s a schema of draft 2020-12', (_, model) => {
    const ajv = new Ajv2020({ strict: false })
    for (const purpose of ['response', 'create', 'replace'] as const) {
      const schema = jsonSchemaFor(model, purpose)
      expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
      expect(ajv.validateSchema(schema), JSON.stringify(ajv.errors)).toBe(true)
    }
  })

  it('takes null and [] only where a value may be missing', () => {
    const { properties } = jsonSchemaFor(models.Group, 'create')
    expect(properties).toMatchObject({
      displayName: { type: 'string' },
      members: { type: ['array', 'null'] },
      schemas: { type: 'array', minItems: 1 },
    })
  })

  it('names the attribute every part comes from', () => {
    expect(jsonSchemaFor(models.Fiks, 'response').properties).toMatchObject({
      password: { not: {}, 'x-scim': { attribute: 'password' } },
      [URN.fiksPerson]: {
        'x-scim': { attribute: URN.fiksPerson },
        properties: { foedselsnummer: { 'x-scim': { attribute: `${URN.fiksPerson}:foedselsnummer` } } },
      },
    })
  })
})
