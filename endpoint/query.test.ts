import { describe, expect, it } from 'vitest'
import { URN } from '#scim'
import { Client } from './client.sample.ts'

function staff(): Client {
  const c = new Client()
  const work = (value: string) => [
    { value, type: 'work', primary: true },
    { value: `home.${value}`, type: 'home' },
  ]
  c.user('kari', { title: 'Nurse', active: true, emails: work('kari@a.example') })
  c.user('Ola', { title: 'Doctor', active: false, emails: work('ola@b.example') })
  c.user('per', { active: true })
  c.group('Nurses')
  return c
}

const names = (c: Client, query: string) => c.names(`/Users?${query}`)

describe('filter', () => {
  it.each([
    ['userName eq "KARI"', ['kari']],
    ['USERNAME Eq "kari"', ['kari']],
    [`${URN.user}:userName eq "kari"`, ['kari']],
    ['title pr', ['kari', 'Ola']],
    ['not (title pr)', ['per']],
    ['active eq true and title pr', ['kari']],
    ['active eq false or userName sw "p"', ['Ola', 'per']],
    ['emails[type eq "work" and value co "b.ex"]', ['Ola']],
    ['emails.value ew "a.example"', ['kari']],
    ['meta.resourceType eq "User"', ['kari', 'Ola', 'per']],
    ['shoeSize eq 43', []],
    ['title gt "E"', ['kari']],
  ])('%s', (filter, expected) => {
    expect(names(staff(), `filter=${encodeURIComponent(filter)}`)).toEqual(expected)
  })

  it.each([
    ['userName', 400, 'invalidFilter'],
    ['userName is "kari"', 400, 'invalidFilter'],
    ['active gt true', 400, 'invalidFilter'],
    ['title eq "none" and active gt true', 400, 'invalidFilter'],
    ['emails[type eq "none" and primary gt true]', 400, 'invalidFilter'],
    ['', 400, 'invalidFilter'],
    ['password eq "secret"', 403, 'sensitive'],
    ['userName pr and not (password sw "a")', 403, 'sensitive'],
  ])('%s is refused', (filter, status, scimType) => {
    expect(staff().filter(filter)).toMatchObject({ status, body: { scimType } })
  })
})

describe('paging', () => {
  it.each([
    ['', ['kari', 'Ola', 'per'], 1],
    ['count=2', ['kari', 'Ola'], 1],
    ['startIndex=3&count=2', ['per'], 3],
    ['startIndex=0&count=1', ['kari'], 1],
    ['startIndex=-4&count=1', ['kari'], 1],
    ['startIndex=9', [], 9],
    ['count=0', [], 1],
    ['count=-3', [], 1],
    ['count=5000', ['kari', 'Ola', 'per'], 1],
  ])('%s', (query, expected, startIndex) => {
    const { body, status } = staff().get(`/Users?${query}`)
    expect(body.Resources.map(({ userName }) => userName)).toEqual(expected)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      schemas: [URN.listResponse],
      totalResults: 3,
      itemsPerPage: expected.length,
      startIndex,
    })
  })

  it.each(['count=abc', 'startIndex=1.5', 'count='])('%s is refused', (query) => {
    expect(staff().get(`/Users?${query}`)).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } })
  })

  it('ignores parameters it does not know', () => {
    expect(staff().get('/Users?shoe=43&x').status).toBe(200)
  })
})

describe('sorting', () => {
  it.each([
    ['sortBy=userName', ['kari', 'Ola', 'per']],
    ['sortBy=userName&sortOrder=descending', ['per', 'Ola', 'kari']],
    ['sortBy=title', ['Ola', 'kari', 'per']],
    ['sortBy=title&sortOrder=descending', ['per', 'kari', 'Ola']],
    ['sortBy=emails.value', ['kari', 'Ola', 'per']],
  ])('%s', (query, expected) => {
    expect(names(staff(), query)).toEqual(expected)
  })

  it.each(['sortBy=shoeSize', 'sortBy=userName&sortOrder=upwards', 'sortBy=%20'])(
    '%s is refused',
    (query) => {
      expect(staff().get(`/Users?${query}`).status).toBe(400)
    },
  )
})

describe('projection', () => {
  it('shows what is named, and no less than id and schemas', () => {
    const [user] = staff().get('/Users?attributes=title,emails.type&count=1').body.Resources
    expect(Object.keys(user ?? {}).sort()).toEqual(['emails', 'id', 'schemas', 'title'])
    expect(user?.emails).toEqual([{ type: 'work' }, { type: 'home' }])
  })

  it('leaves out what is named, but for id', () => {
    const [user] = staff().get('/Users?excludedAttributes=id,emails,meta').body.Resources
    expect(Object.keys(user ?? {}).sort()).toEqual(['active', 'id', 'schemas', 'title', 'userName'])
  })
})

describe('search', () => {
  const search = (c: Client, path: string, more: object) =>
    c.send('POST', path, { schemas: [URN.searchRequest], ...more })

  it('queries one type', () => {
    const answer = search(staff(), '/Users/.search', {
      filter: 'title pr',
      sortBy: 'title',
      count: 1,
      attributes: ['title'],
    })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ totalResults: 2, itemsPerPage: 1, Resources: [{ title: 'Doctor' }] })
  })

  it('queries all types', () => {
    const answer = search(staff(), '/.search', { filter: 'displayName pr or title pr' })
    expect(answer.body.Resources.map(({ meta }) => meta.resourceType)).toEqual(['User', 'User', 'Group'])
  })

  it.each([{ schemas: [URN.patchOp] }, { count: 'x' }, { attributes: 'title' }, { filter: 5 }])(
    '%j is refused',
    (more) => {
      expect(search(staff(), '/Users/.search', more).status).toBe(400)
    },
  )
})

it('queries the root', () => {
  const c = staff()
  const filter = encodeURIComponent('meta.resourceType eq "Group"')
  expect(c.get('/').body.totalResults).toBe(4)
  expect(c.names(`/?filter=${filter}`)).toEqual(['Nurses'])
  expect(c.get('/?sortBy=displayName&sortOrder=ascending').body.Resources[0]?.displayName).toBe('Nurses')
})
