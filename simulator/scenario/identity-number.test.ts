import { describe, expect, it } from 'vitest'
import { classifyIdentityNumber } from '#people'
import eadm from '../dialects/eadm.ts'
import { createPlay, loadScenario } from '../index.ts'
import { drive, operations } from '../samples/drive.ts'
import { createTarget } from '../samples/target.ts'
import { IDENTITY_NUMBERS, identityNumbers } from './identity-number.ts'

const keys = Array.from({ length: 40_000 }, (_, at) => `m${at}`)

describe('identity numbers in a scenario', () => {
  it('are one number of each kind for everybody, the same for the same words', () => {
    const find = identityNumbers(['kari', 'ola'], 'a seed')
    const all = ['kari', 'ola'].flatMap((key) => IDENTITY_NUMBERS.map((words) => find(key, words)))
    expect(new Set(all).size).toBe(all.length)
    expect(find('kari', 'synthetic')).toBe(find('kari', 'synthetic'))
    expect(identityNumbers(['kari'], 'another seed')('kari', 'synthetic')).not.toBe(find('kari', 'synthetic'))
  })

  it.each([
    ['synthetic', { dnr: false, rule: '1964' }],
    ['synthetic D-number', { dnr: true, rule: '1964' }],
    ['another synthetic', { dnr: false, rule: '1964' }],
    ['synthetic 2032', { dnr: false, rule: '2032' }],
  ] as const)('are what "%s" says, of a series that nobody is in', (words, expected) => {
    const number = identityNumbers(['kari'], 'a seed')('kari', words)
    expect(classifyIdentityNumber(number)).toMatchObject({ valid: true, series: 'tenor', ...expected })
  })

  it('are shared by nobody, in a large city too', () => {
    const find = identityNumbers(keys, 'a seed')
    const all = keys.flatMap((key) => [find(key, 'synthetic'), find(key, 'another synthetic')])
    expect(new Set(all).size).toBe(all.length)
  })

  it('change on the same account, and stand in no URL', () => {
    const text = `
id: small
title: A small story
people:
  kari: { userName: kari@test.kommune.example, displayName: Kari, nationalId: synthetic D-number }
timeline:
  - hire: kari
  - sync
  - rename: { person: kari, to: { nationalId: synthetic } }
  - sync
expect:
  - { person: kari, has: { nationalId: synthetic } }`
    const driven = drive(createPlay(loadScenario(text, 'small.yaml'), eadm), createTarget())
    expect(driven.divergences).toEqual([])
    const changes = driven.steps.flatMap(({ request }) => operations(request))
    const numbers = changes.filter(({ path }) => String(path).endsWith(':foedselsnummer'))
    expect(numbers.map(({ op, value }) => [op, String(value) < '4'])).toEqual([['replace', true]])
    const posts = driven.steps.filter(({ request }) => request.method === 'POST')
    expect(posts).toHaveLength(1)
    expect(driven.steps.filter(({ request }) => /[0-9]{11}/.test(request.path))).toEqual([])
  })

  it.each(['Synthetic', '"12345678910"', 'another'])('%s is refused', (words) => {
    const text = `
id: small
title: A small story
people:
  kari: { userName: kari@test.kommune.example, nationalId: ${words} }
timeline: [{ hire: kari }, sync]`
    expect(() => loadScenario(text, 'small.yaml')).toThrow('nationalId takes only "synthetic"')
  })
})
