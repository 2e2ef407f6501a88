import { describe, expect, it } from 'vitest'
import { defineCheck } from '#check'
import { classifyHost, type Facts, FEATURES, plan, selected } from '#harness'
import { builtinModels, builtinSchemas } from '#scim/schema'

const check = (id: string, over: object = {}) =>
  defineCheck({
    id,
    title: 'A title',
    proves: ['RFC7644-3.3-01'],
    act: async () => ({}),
    judge: () => undefined,
    counterexample: (seen) => seen,
    ...over,
  })

const offers = Object.fromEntries(
  FEATURES.map((name) => [name, { offered: name !== 'sort', why: `because of ${name}` }]),
)
const facts = {
  base: 'http://t',
  features: offers,
  resourceTypes: [builtinModels().User.type],
  schemas: builtinSchemas,
  described: 'target',
  limits: {},
  notes: [],
} as unknown as Facts

const units = {
  checks: [
    check('a/plain'),
    check('b/sorts', { needs: { features: ['sort'] } }),
    check('c/groups', { needs: { resource: 'Group' } }),
    check('d/shoes', { needs: { resource: 'User', attributes: ['userName', 'shoeSize'] } }),
    check('e/cases', { each: () => [{ name: 'x' }, { name: 'y' }] }),
    check('f/none', { each: () => [] }),
    check('g/broken', {
      each: () => {
        throw new Error('oops')
      },
    }),
  ],
  rules: [],
  plays: [],
}
const demands = { profile: 'p', features: [], resources: [] }

describe('plan', () => {
  it('says what applies and why the rest does not', () => {
    const items = plan(units, facts, demands)
    expect(items.map(({ id, skip }) => [id, skip?.outcome, skip?.reason])).toEqual([
      ['a/plain', undefined, undefined],
      ['b/sorts', 'not-applicable', 'because of sort'],
      ['c/groups', 'not-applicable', 'the target has no resource type Group'],
      ['d/shoes', 'not-applicable', "the target's schema does not describe shoeSize"],
      ['e/cases[x]', undefined, undefined],
      ['e/cases[y]', undefined, undefined],
      ['f/none', 'not-applicable', 'the target has nothing to try it on'],
      ['g/broken', 'error', 'cannot make cases: oops'],
    ])
  })

  it('blocks on what the profile requires and the target lacks', () => {
    const items = plan(units, facts, { profile: 'p', features: ['sort'], resources: ['Group'] })
    const skips = items
      .filter(({ skip }) => skip?.outcome === 'blocked')
      .map(({ id, skip }) => [id, skip?.reason])
    expect(skips).toEqual([
      ['b/sorts', 'sort is required by profile p, but because of sort'],
      ['c/groups', 'the target has no resource type Group, which profile p requires'],
    ])
  })

  it('gives an item the same place whatever else is selected', () => {
    const all = plan(units, facts, demands).find(({ id }) => id === 'e/cases[y]')
    expect(plan(units, facts, demands, ['e/cases[y]'])).toEqual([all])
  })

  it.each([
    ['a/plain', ['a'], true],
    ['a/plain', ['a/'], true],
    ['a/plain', ['a/pl'], false],
    ['e/cases[y]', ['e/cases'], true],
    ['e/cases[y]', ['e/cases[x]'], false],
    ['e/cases[y]', ['*/cases*'], true],
    ['a/plain', [], true],
    ['a+b/c', ['a.b/*'], false],
  ])('%s is chosen by %j: %s', (id, only, expected) => expect(selected(id, only)).toBe(expected))
})

describe('hosts', () => {
  it.each([
    ['api.fiks.ks.no', 'production'],
    ['API.FIKS.KS.NO.', 'production'],
    ['api.fiks.test.ks.no', 'test'],
    ['api.test.fiks.ks.no', 'test'],
    ['localhost', 'loopback'],
    ['127.0.0.5', 'loopback'],
    ['[::1]', 'loopback'],
    ['scim.prod.example.org', 'production'],
    ['scim-prod.example.org', 'production'],
    ['preprod.example.org', 'test'],
    ['production.test.example.org', 'test'],
    ['scim.example.org', 'unknown'],
  ])('%s is %s', (host, expected) => expect(classifyHost(host)).toBe(expected))
})
