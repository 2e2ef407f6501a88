import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseConfig } from './config.ts'
import { configSchema } from './config-schema.ts'

const ajv = new Ajv2020({ allowUnionTypes: true })
formats.default(ajv)
const isValid = ajv.compile(configSchema())

const read = (yaml: string) => {
  try {
    parseConfig(yaml, 'scim-test.config.yaml')
    return true
  } catch {
    return false
  }
}

describe('the schema of the configuration', () => {
  it('is the one that ships', async () => {
    await expect(`${JSON.stringify(configSchema(), undefined, 2)}\n`).toMatchFileSnapshot(
      '../fixtures/config.schema.json',
    )
  })

  it('takes the example', () => {
    const example = readFileSync(new URL('../scim-test.config.example.yaml', import.meta.url), 'utf8')
    expect([isValid(parse(example)), read(example)], JSON.stringify(isValid.errors)).toEqual([true, true])
  })

  it.each<[string, boolean]>([
    ['auth: { type: none }', true],
    ['auth: { type: bearer, token: env:T }', true],
    ['auth: { type: bearer, token: plain }', false],
    ['auth: { type: bearer, username: x }', false],
    ['auth: { type: basic }', false],
    ['auth: { type: basic, username: x }', true],
    ['auth: { type: headers, headers: { X-Key: env:K } }', true],
    ['auth: { type: headers, headers: { X-Key: plain } }', false],
    [
      "auth: { type: client-credentials, tokenUrl: 'https://a.test/t', clientId: x, parameters: { audience: y } }",
      true,
    ],
    ["auth: { type: client-credentials, tokenUrl: 'a.test/t', clientId: x }", false],
    ["auth: { type: client-credentials, tokenUrl: 'https://a.test/t', clientId: x, method: odd }", false],
    ["auth: { type: private-key-jwt, tokenUrl: 'https://a.test/t', clientId: x, algorithm: none }", false],
    [
      "auth: { type: jwt-grant, tokenUrl: 'https://a.test/t', clientId: x, audience: y, scope: z, systemUser: { organisation: '0192:991825827' } }",
      true,
    ],
    [
      "auth: { type: jwt-grant, tokenUrl: 'https://a.test/t', clientId: x, audience: y, scope: z, systemUser: { organisation: '991825827' } }",
      false,
    ],
    ['auth: { type: odd }', false],
    ['tls: { certificate: file:a.pem, key: env:K }', true],
    ['tls: { certificate: file:a.pem, cert: env:K }', false],
    ['proxy: http://proxy.test:3128', true],
    ['proxy: env:P', true],
    ['proxy: proxy.test', false],
    ['rate: -1', false],
    ['odd: 1', false],
    ['assume: { features: { patch: true } }', true],
    ['assume: { features: { patsh: true } }', false],
  ])('judges as the program does: %s', (yaml, valid) => {
    expect([isValid(parse(yaml)), read(yaml)]).toEqual([valid, valid])
  })
})
