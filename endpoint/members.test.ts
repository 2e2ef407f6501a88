import { describe, expect, it } from 'vitest'
import { URN } from '#scim'
import { BASE, type Body, Client, groupBody } from './client.sample.ts'

describe('members', () => {
  it('say who they are', () => {
    const c = new Client()
    const kari = c.user('kari', { displayName: 'Kari' })
    expect(c.group('Nurses', [kari]).members).toEqual([
      { value: kari.id, $ref: `${BASE}/Users/${kari.id}`, display: 'Kari', type: 'User' },
    ])
  })

  it('are there once', () => {
    const c = new Client()
    const kari = c.user('kari')
    expect(c.group('Nurses', [kari, kari]).members).toHaveLength(1)
  })

  it.each([[[{ value: 'nobody' }]], [[{ display: 'Kari' }]], ['kari'], [[{ value: '' }]]])(
    'cannot be %j',
    (members) => {
      const body = { schemas: [URN.group], displayName: 'Nurses', members }
      expect(new Client().send('POST', '/Groups', body)).toMatchObject({
        status: 400,
        body: { scimType: 'invalidValue' },
      })
    },
  )

  it('leave when they are deleted, which changes the group', () => {
    const c = new Client()
    const [kari, ola] = [c.user('kari'), c.user('ola')]
    const group = c.group('Nurses', [kari, ola])
    c.send('DELETE', `/Users/${kari.id}`)
    const after = c.again(group)
    expect(after.members.map(({ value }) => value)).toEqual([ola.id])
    expect(after.meta.lastModified > group.meta.lastModified).toBe(true)
  })

  it('can be exchanged by PUT', () => {
    const c = new Client()
    const [kari, ola] = [c.user('kari'), c.user('ola')]
    const group = c.group('Nurses', [kari])
    c.send('PUT', `/Groups/${group.id}`, groupBody('Nurses', [ola]))
    expect([c.again(kari).groups, c.again(ola).groups?.length]).toEqual([undefined, 1])
  })

  it('cannot be the group itself', () => {
    const c = new Client()
    const group = c.group('Nurses')
    expect(c.patch(group, { op: 'add', path: 'members', value: [{ value: group.id }] }).status).toBe(400)
  })
})

describe('groups', () => {
  const types = ({ groups }: Body) => (groups ?? []).map(({ display, type }) => [display, type])

  it('follow membership, through other groups as well', () => {
    const c = new Client()
    const kari = c.user('kari')
    const nurses = c.group('Nurses', [kari])
    const staff = c.group('Staff', [nurses])
    expect(c.again(kari).groups[0]?.$ref).toBe(`${BASE}/Groups/${nurses.id}`)
    expect(types(c.again(kari))).toEqual([
      ['Nurses', 'direct'],
      ['Staff', 'indirect'],
    ])
    c.patch(staff, { op: 'remove', path: 'members' })
    c.patch(nurses, { op: 'replace', path: 'displayName', value: 'Doctors' })
    expect(types(c.again(kari))).toEqual([['Doctors', 'direct']])
    c.send('DELETE', `/Groups/${nurses.id}`)
    expect(types(c.again(kari))).toEqual([])
  })

  it('that hold one another are no problem', () => {
    const c = new Client()
    const kari = c.user('kari')
    const nurses = c.group('Nurses', [kari])
    const staff = c.group('Staff', [nurses])
    c.patch(nurses, { op: 'add', path: 'members', value: [{ value: staff.id }] })
    expect(types(c.again(kari))).toHaveLength(2)
  })

  it('change the version of a user, not the time', () => {
    const c = new Client()
    const kari = c.user('kari')
    c.group('Nurses', [kari])
    const { meta } = c.again(kari)
    expect([meta.version === kari.meta.version, meta.lastModified]).toEqual([false, kari.meta.lastModified])
  })

  it('can be filtered on', () => {
    const c = new Client()
    c.group('Nurses', [c.user('kari')])
    c.user('ola')
    expect(c.filter('groups.display eq "nurses"').body.totalResults).toBe(1)
  })
})
