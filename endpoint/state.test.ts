import { describe, expect, it } from 'vitest'
import { type JsonObject, URN } from '#scim'
import { parseResourceTypes, parseSchemas } from '#scim/schema'
import { Client, startEndpoint } from './client.sample.ts'
import { variant } from './deviation.ts'
import type { EndpointOptions } from './service.ts'

const client = (options: Partial<EndpointOptions> = {}) => new Client(startEndpoint(options))

const DEVICE = 'urn:example:params:scim:schemas:2.0:Device'
const PLACE = 'urn:example:params:scim:schemas:extension:2.0:Place'
const text = (name: string, more: JsonObject = {}) => ({ name, type: 'string', ...more })

const DEVICES = {
  ...parseResourceTypes([
    {
      name: 'Device',
      endpoint: '/Devices',
      schema: DEVICE,
      schemaExtensions: [{ schema: PLACE, required: false }],
    },
  ]),
  ...parseSchemas([
    {
      id: DEVICE,
      name: 'Device',
      attributes: [text('displayName', { required: true }), text('serial', { uniqueness: 'server' })],
    },
    { id: PLACE, name: 'Place', attributes: [text('room')] },
  ]),
}

describe('state', () => {
  it('brings back everything, and nothing is told twice', () => {
    const before = client()
    const kari = before.user('kari', { password: 'secret-of-kari', title: 'Nurse' })
    const ola = before.user('ola')
    const nurses = before.group('Nurses', [kari, ola])
    before.patch(kari, { op: 'replace', path: 'title', value: 'Doctor' })
    const state = JSON.parse(JSON.stringify(before.endpoint.state()))
    const after = client({ state })
    for (const one of [kari, ola, nurses]) expect(after.again(one)).toEqual(before.again(one))
    expect(after.names('/Users')).toEqual(['kari', 'ola'])
    expect(after.send('POST', '/Users', { schemas: [URN.user], userName: 'KARI' }).status).toBe(409)
    expect(after.user('eva').id).not.toBe(kari.id)
    after.send('DELETE', `/Users/${kari.id}`)
    expect(after.again(nurses).members.map(({ value }) => value)).toEqual([ola.id])
  })

  it('does not give an id again, however ids are counted', () => {
    const ids = (): Partial<EndpointOptions> => ({
      deviations: [
        variant({ id: 'x', title: 'x', settings: (plain) => ({ ...plain, newId: counter() }) }),
        variant({ id: 'y', title: 'y' }),
      ],
    })
    const before = client(ids())
    const some = ['a', 'b', 'c'].map((name) => before.user(name).id)
    const after = client({ ...ids(), state: before.endpoint.state() })
    expect(some).not.toContain(after.user('d').id)
    expect(after.names('/Users')).toEqual(['a', 'b', 'c', 'd'])
  })

  it('is told of what changes, and of nothing else', () => {
    let changes = 0
    const c = client({ onChange: () => changes++ })
    const kari = c.user('kari')
    expect(changes).toBe(1)
    c.get('/Users')
    c.send('POST', '/Users', { schemas: [URN.user], userName: 'kari' })
    c.patch(kari, { op: 'remove', path: 'title' })
    expect(changes).toBe(1)
    c.send('DELETE', `/Users/${kari.id}`)
    expect(changes).toBe(2)
  })

  it('refuses a resource of a type that is not there', () => {
    const before = client(DEVICES)
    before.send('POST', '/Devices', { schemas: [DEVICE], displayName: 'Printer' })
    expect(() => client({ state: before.endpoint.state() })).toThrow('Device')
  })
})

function counter(): () => string {
  let n = 0
  return () => String(++n)
}

describe('resource types', () => {
  const c = client(DEVICES)
  const body = { schemas: [DEVICE, PLACE], displayName: 'Printer', serial: 'A1', [PLACE]: { room: '17' } }

  it('are served beside users and groups', () => {
    const made = c.send('POST', '/Devices', body)
    expect(made).toMatchObject({ status: 201, body: { ...body, meta: { resourceType: 'Device' } } })
    expect(made.body.meta.location).toMatch(/\/Devices\//)
    expect(c.send('POST', '/Devices', body).status).toBe(409)
    expect(c.send('POST', '/Devices', { schemas: [DEVICE] }).status).toBe(400)
    expect(c.get(`/Users/${made.body.id}`).status).toBe(404)
    expect(c.names(`/Devices?filter=${encodeURIComponent('serial eq "a1"')}`)).toEqual(['Printer'])
    expect(c.get('/Devices?cursor=&count=1').body.totalResults).toBe(1)
    expect(c.names(`/?filter=${encodeURIComponent('meta.resourceType eq "Device"')}`)).toEqual(['Printer'])
  })

  it('are described', () => {
    const ids = (path: string) => c.get(path).body.Resources.map(({ id }) => id)
    expect(ids('/ResourceTypes')).toEqual(['User', 'Group', 'Device'])
    expect(ids('/Schemas')).toEqual(expect.arrayContaining([DEVICE, PLACE, URN.user, URN.group]))
    expect(c.get('/ResourceTypes/Device').body).toMatchObject({ endpoint: '/Devices', schema: DEVICE })
  })

  it('of the same name take the place of those of the RFC', () => {
    const { resourceTypes } = parseResourceTypes([{ name: 'User', endpoint: '/People', schema: URN.user }])
    const other = client({ resourceTypes })
    expect(other.get('/Users').status).toBe(404)
    expect(other.send('POST', '/People', { schemas: [URN.user], userName: 'kari' }).status).toBe(201)
    expect(other.get('/ResourceTypes').body.Resources.map(({ id }) => id)).toEqual(['User', 'Group'])
  })
})
