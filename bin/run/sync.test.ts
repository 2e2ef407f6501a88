import { describe, expect, it } from 'vitest'
import { parseConfig } from '../config.ts'
import { settingsFrom } from './resolve.ts'
import { secretsOf } from './settings.ts'
import { factsOfSync, syncOf } from './sync.ts'

const ORG = '5c14a7e5-0000-4000-8000-0000000000fe'
const API = 'https://sync.test/brukersynkronisering/sync/api/v1'
const flags = { syncApi: `${API}/`, syncOrg: ORG, syncSystem: 'saker' }
const target = 'https://scim.test/v2'

describe('where the target is read', () => {
  it('comes from the command line, with the token of the environment', () => {
    expect(syncOf(flags, {}, { SCIM_TEST_SYNC_TOKEN: 'the-token ' })).toEqual({
      base: API,
      fiksOrgId: ORG,
      maalSystem: 'saker',
      token: 'the-token',
      settle: 10_000,
    })
    expect(syncOf({}, {}, {})).toBeUndefined()
  })

  it('comes from the configuration, with the token that it names', () => {
    const yaml = `{ target: '${target}', sync: { api: '${API}', org: ${ORG}, system: saker, token: env:T, settle: 5 } }`
    const settings = settingsFrom({}, parseConfig(yaml, 'c.yaml'), {
      T: 'another',
      SCIM_TEST_SYNC_TOKEN: 'no',
    })
    expect(settings.sync).toMatchObject({ base: API, token: 'another', settle: 5 })
    expect(secretsOf(settings, {})).toContain('another')
    expect(JSON.stringify(factsOfSync(settings))).not.toContain('another')
  })

  it.each([
    ['no organisation', { ...flags, syncOrg: undefined }, /--sync-org/],
    ['no target system', { ...flags, syncSystem: '' }, /--sync-system/],
    ['an organisation that is none', { ...flags, syncOrg: '123' }, /UUID/],
    ['no API', { syncOrg: ORG }, /--sync-org.*--sync-api/],
    ['an address without TLS', { ...flags, syncApi: 'http://sync.test/x' }, /without TLS/],
    ['credentials in the address', { ...flags, syncApi: 'https://a:b@sync.test/x' }, /password|credential/i],
  ])('is refused with %s', (_, given, said) => {
    const named = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    expect(() => syncOf(named, {}, {})).toThrow(said)
  })

  it.each([
    [`sync: { api: '${API}', token: plain }`, /c\.yaml:1:\d+.*env:/],
    ['sync: { settle: soon }', /milliseconds.*"soon"/],
    ['sync: { url: x }', /sync\.url/],
  ])('is refused in a configuration that says %s', (yaml, said) => {
    expect(() => parseConfig(yaml, 'c.yaml')).toThrow(said)
  })

  it('belongs to a target: the embedded endpoint has its own', () => {
    expect(() => settingsFrom(flags, {}, {})).toThrow(/--target/)
  })

  it('is no production unless that is named', () => {
    const sync = syncOf({ ...flags, syncApi: 'https://api.fiks.ks.no/x' }, {}, {})
    if (!sync) throw new Error('nothing to read')
    expect(() => factsOfSync({ sync })).toThrow(/production/)
    expect(factsOfSync({ sync, allowProduction: 'api.fiks.ks.no' })).toMatchObject({ fiksOrgId: ORG })
  })
})
