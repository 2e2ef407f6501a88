import { describe, expect, it } from 'vitest'
import { URN } from '#scim'
import { BASE, type Body, Client, userBody } from './client.sample.ts'
import { trialSchema } from './trial-schema.ts'

const TRIAL = trialSchema.id
const put = (c: Client, user: Body, body: Body | ReturnType<typeof userBody>) =>
  c.send('PUT', `/Users/${user.id}`, body)

describe('create', () => {
  it('answers 201 with the resource, Location and version', () => {
    const answer = new Client().send('POST', '/Users', userBody('Kari', { active: true }))
    const { id } = answer.body
    expect(answer.status).toBe(201)
    expect(answer.headers).toEqual({
      'content-type': 'application/scim+json',
      etag: 'W/"1"',
      location: `${BASE}/Users/${id}`,
    })
    expect(answer.body).toEqual({
      schemas: [URN.user],
      id,
      userName: 'Kari',
      active: true,
      meta: {
        resourceType: 'User',
        created: '2026-01-01T00:00:00.000Z',
        lastModified: '2026-01-01T00:00:00.000Z',
        location: `${BASE}/Users/${id}`,
        version: 'W/"1"',
      },
    })
  })

  it('ignores what is read-only, unknown or without a value, of whatever type', () => {
    const more = { id: 5, meta: 'x', groups: 'none', title: null, emails: [], shoe: { size: 43 } }
    const { body } = new Client().send('POST', '/Users', userBody('kari', more))
    expect(Object.keys(body)).toEqual(['schemas', 'id', 'userName', 'meta'])
    expect(body.id).not.toBe(5)
  })

  it('spells names as the schemas do and leaves out repeated values', () => {
    const email = { VALUE: 'a@b.example', type: 'work' }
    const { body } = new Client().send('POST', '/Users', {
      SCHEMAS: [URN.user],
      USERNAME: 'kari',
      Emails: [email, email],
    })
    expect(body.userName).toBe('kari')
    expect(body.emails).toEqual([{ value: 'a@b.example', type: 'work' }])
  })

  it('lists an extension in schemas when it has data', () => {
    const user = new Client().user('kari', { [URN.enterpriseUser]: { department: 'North' } })
    expect(user.schemas).toEqual([URN.user, URN.enterpriseUser])
    expect(user[URN.enterpriseUser]).toEqual({ department: 'North' })
  })

  it('says where a manager is', () => {
    const c = new Client()
    const { id } = c.user('boss')
    const user = c.user('kari', { [URN.enterpriseUser]: { manager: { value: id, displayName: 'Me' } } })
    expect(user[URN.enterpriseUser]).toEqual({ manager: { value: id, $ref: `${BASE}/Users/${id}` } })
  })

  it.each([
    ['not JSON', '{', 'invalidSyntax'],
    ['no object', '[]', 'invalidSyntax'],
    ['nothing', '', 'invalidSyntax'],
    ['nested too deeply', `${'{"a":'.repeat(70)}1${'}'.repeat(70)}`, 'invalidSyntax'],
    ['without schemas', '{"userName":"kari"}', 'invalidValue'],
    ['with the schema of another type', `{"schemas":["${URN.group}"],"userName":"kari"}`, 'invalidValue'],
    ['without userName', `{"schemas":["${URN.user}"]}`, 'invalidValue'],
    ['with an empty userName', `{"schemas":["${URN.user}"],"userName":""}`, 'invalidValue'],
    ['with a wrong type', `{"schemas":["${URN.user}"],"userName":"k","active":"yes"}`, 'invalidValue'],
    [
      'with one value for many',
      `{"schemas":["${URN.user}"],"userName":"k","emails":{"value":"a"}}`,
      'invalidValue',
    ],
    [
      'with two primary values',
      `{"schemas":["${URN.user}"],"userName":"k","emails":[{"value":"a","primary":true},{"value":"b","primary":true}]}`,
      'invalidValue',
    ],
  ])('refuses a body that is %s', (_, text, scimType) => {
    const answer = new Client().endpoint.answer({ method: 'POST', path: '/Users', text })
    expect(answer).toMatchObject({ status: 400, body: { schemas: [URN.error], status: '400', scimType } })
  })

  it('keeps a prototype out of reach', () => {
    const text = `{"schemas":["${URN.user}"],"userName":"k","__proto__":{"admin":true},"name":{"__proto__":{"x":1},"givenName":"K"}}`
    const { body } = new Client().endpoint.answer({ method: 'POST', path: '/Users', text })
    expect((body as Body).name).toEqual({ givenName: 'K' })
    expect(Object.hasOwn({}.constructor.prototype, 'admin')).toBe(false)
  })

  it('refuses a userName that is taken, in whatever case, until its owner is gone', () => {
    const c = new Client()
    const kari = c.user('Kari')
    expect(c.send('POST', '/Users', userBody('kARI'))).toMatchObject({
      status: 409,
      body: { scimType: 'uniqueness' },
    })
    c.send('DELETE', `/Users/${kari.id}`)
    expect(c.send('POST', '/Users', userBody('kari')).status).toBe(201)
  })

  it('shows what is returned on request to those who sent it', () => {
    const c = new Client()
    const user = c.user('kari', { [TRIAL]: { hint: 'x', tag: 'y', pin: '1' } })
    expect(user[TRIAL]).toEqual({ hint: 'x', tag: 'y' })
    expect(c.again(user)[TRIAL]).toEqual({ tag: 'y' })
  })
})

describe('replace', () => {
  it('clears what is left out, keeps the password and what the server gave', () => {
    const c = new Client()
    const user = c.user('kari', { title: 'Nurse', password: 'secret' })
    const answer = put(c, user, userBody('ola', { id: 'x', meta: { created: 'never' } }))
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ id: user.id, userName: 'ola', meta: { created: user.meta.created } })
    expect(answer.body.title).toBeUndefined()
  })

  it('moves lastModified and version only for a change', () => {
    const c = new Client()
    const user = c.user('kari', { title: 'Nurse' })
    expect(put(c, user, userBody('kari', { title: 'Nurse' })).body.meta).toEqual(user.meta)
    const changed = put(c, user, userBody('kari', { title: 'Doctor' })).body.meta
    expect(changed.lastModified > user.meta.lastModified).toBe(true)
    expect(changed.version).not.toBe(user.meta.version)
  })

  it('refuses another value for what is immutable, keeps it when it is left out, sets it when it is not there', () => {
    const c = new Client()
    const user = c.user('kari')
    expect(put(c, user, userBody('kari', { [TRIAL]: { badge: 'A' } })).status).toBe(200)
    const refused = put(c, user, userBody('kari', { [TRIAL]: { badge: 'B' } }))
    expect(refused).toMatchObject({ status: 400, body: { scimType: 'mutability' } })
    expect(put(c, user, userBody('kari')).body[TRIAL]).toEqual({ badge: 'A' })
  })

  it('makes nothing', () => {
    expect(new Client().send('PUT', '/Users/new', userBody('kari')).status).toBe(404)
  })

  it('refuses a userName that another user has', () => {
    const c = new Client()
    c.user('ola')
    expect(put(c, c.user('kari'), userBody('OLA')).status).toBe(409)
  })
})

describe('modify', () => {
  it('answers with the resource, cut as wanted', () => {
    const c = new Client()
    const user = c.user('kari', { title: 'Nurse' })
    const body = { schemas: [URN.patchOp], Operations: [{ op: 'replace', path: 'title', value: 'Doctor' }] }
    const answer = c.send('PATCH', `/Users/${user.id}?attributes=title`, body)
    expect(answer).toMatchObject({ status: 200, body: { schemas: [URN.user], id: user.id, title: 'Doctor' } })
    expect(answer.body.userName).toBeUndefined()
  })

  it('does all or nothing', () => {
    const c = new Client()
    const user = c.user('kari', { active: true })
    const off = { op: 'replace', path: 'active', value: false }
    expect(c.patch(user, off, { op: 'remove', path: 'userName' }).body.scimType).toBe('mutability')
    expect(c.again(user)).toEqual(user)
  })

  it('changes no time for what is there already', () => {
    const c = new Client()
    const user = c.user('kari', { title: 'Nurse' })
    expect(c.patch(user, { op: 'add', path: 'title', value: 'Nurse' }).body.meta).toEqual(user.meta)
  })

  it.each([
    [{ op: 'remove' }, 'noTarget'],
    [{ op: 'move', path: 'title' }, 'invalidSyntax'],
    [{ op: 'replace', path: 'shoeSize', value: 1 }, 'invalidPath'],
    [{ op: 'replace', path: 'id', value: 'x' }, 'mutability'],
    [{ op: 'replace', path: 'groups', value: [] }, 'mutability'],
    [{ op: 'replace', path: 'emails[type eq "work"].value', value: 'x' }, 'noTarget'],
    [{ op: 'replace', path: 'active', value: 'perhaps' }, 'invalidValue'],
  ])('refuses %j with %s', (operation, scimType) => {
    const c = new Client()
    expect(c.patch(c.user('kari'), operation)).toMatchObject({ status: 400, body: { scimType } })
  })

  it('refuses a userName that another user has, and keeps the old one', () => {
    const c = new Client()
    c.user('ola')
    const user = c.user('kari')
    expect(c.patch(user, { op: 'replace', path: 'userName', value: 'Ola' }).status).toBe(409)
    expect(c.again(user).userName).toBe('kari')
  })

  it('lists an extension in schemas while it has data', () => {
    const c = new Client()
    const user = c.user('kari')
    const path = `${URN.enterpriseUser}:department`
    expect(c.patch(user, { op: 'add', path, value: 'North' }).body.schemas).toEqual([
      URN.user,
      URN.enterpriseUser,
    ])
    expect(c.patch(user, { op: 'remove', path }).body.schemas).toEqual([URN.user])
  })
})

describe('delete', () => {
  it('leaves nothing behind', () => {
    const c = new Client()
    const user = c.user('kari')
    const answer = c.send('DELETE', `/Users/${user.id}`)
    expect([answer.status, answer.hasBody]).toEqual([204, false])
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE'] as const) {
      const body = method === 'PUT' || method === 'PATCH' ? userBody('kari') : undefined
      expect(c.send(method, `/Users/${user.id}`, body).status).toBe(404)
    }
    expect(c.get('/Users').body.totalResults).toBe(0)
  })

  it('does not take a group for a user', () => {
    const c = new Client()
    expect(c.send('DELETE', `/Users/${c.group('Nurses').id}`).status).toBe(404)
  })
})
