import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isCatalogued } from '#requirements'
import { type Json, type JsonObject, member, URN } from '#scim'
import { type Body, Client, endpointWith, groupBody, startEndpoint, userBody } from './client.sample.ts'
import type { Deviation } from './deviation.ts'
import { trialSchema } from './trial-schema.ts'

/** An experiment that tells the plain endpoint from the deviating one: what it sees with the one and with the other. */
type Effect = readonly [experiment: (client: Client) => unknown, plain: unknown, deviating: unknown]

const activeOff = { op: 'replace', path: 'active', value: false }
const emails = [
  { value: 'kari@a.example', type: 'work', primary: true },
  { value: 'kari@b.example', type: 'home' },
]

/** The last of several steps. */
function after<Last>(...steps: readonly [...unknown[], Last]): Last {
  return steps.at(-1) as Last
}

function three(client: Client): Body[] {
  return ['kari', 'ola', 'Åse'].map((name) => client.user(name))
}

function members(group: Body): number {
  return group.members?.length ?? 0
}

function nurses(client: Client): Body {
  return client.group('Nurses', three(client))
}

const defects: Readonly<Record<string, Effect>> = {
  'and-means-or': [
    (c) => after(three(c), c.filter('userName eq "kari" and userName eq "ola"').body.totalResults),
    0,
    2,
  ],
  'answers-as-html': [(c) => c.get('/Users').headers['content-type'], 'application/scim+json', 'text/html'],
  'attributes-ignored': [
    (c) =>
      after(c.user('kari', { title: 'Nurse' }), c.get('/Users?attributes=userName').body.Resources[0]?.title),
    undefined,
    'Nurse',
  ],
  'bulk-stores-nothing': [
    (c) => after(c.send('POST', '/Bulk', bulkOf(userBody('kari'))), c.get('/Users').body.totalResults),
    1,
    0,
  ],
  'conflict-as-500': [
    (c) => after(c.user('kari'), c.send('POST', '/Users', userBody('kari')).status),
    409,
    500,
  ],
  'count-ignored': [(c) => after(three(c), c.get('/Users?count=1').body.Resources.length), 1, 3],
  'create-answers-200': [(c) => c.send('POST', '/Users', userBody('kari')).status, 201, 200],
  'deactivation-not-stored': [
    (c) => {
      const user = c.user('kari', { active: true })
      return [c.patch(user, activeOff).status < 300, c.again(user).active]
    },
    [true, false],
    [true, true],
  ],
  'delete-keeps-user': [
    (c) => {
      const path = `/Users/${c.user('kari').id}`
      return [c.send('DELETE', path).status, c.get(path).status]
    },
    [204, 404],
    [204, 200],
  ],
  'deleted-user-stays-in-group': [
    (c) => {
      const kari = c.user('kari')
      const group = c.group('Nurses', [kari])
      c.send('DELETE', `/Users/${kari.id}`)
      return members(c.again(group))
    },
    0,
    1,
  ],
  'duplicate-user-name-accepted': [
    (c) => after(c.user('kari'), c.send('POST', '/Users', userBody('kari')).status),
    409,
    201,
  ],
  'error-status-differs': [(c) => c.get('/Users/nobody').body.status, '404', '500'],
  'errors-in-html': [
    (c) => c.get('/Users/nobody').headers['content-type'],
    'application/scim+json',
    'text/html',
  ],
  'errors-without-scim-body': [(c) => c.get('/Users/nobody').body.schemas, [URN.error], undefined],
  'excluded-attributes-ignored': [
    (c) => members(c.get(`/Groups/${nurses(c).id}?excludedAttributes=members`).body),
    0,
    3,
  ],
  'external-id-lost': [(c) => c.user('kari', { externalId: '7' }).externalId, '7', undefined],
  'failed-patch-half-applied': [
    (c) => {
      const user = c.user('kari', { active: true })
      return [c.patch(user, activeOff, { op: 'remove', path: 'userName' }).status, c.again(user).active]
    },
    [400, true],
    [400, false],
  ],
  'filter-ignored': [(c) => after(three(c), c.filter('userName eq "kari"').body.totalResults), 1, 3],
  'group-rename-lost': [
    (c) => {
      const group = c.group('Nurses')
      c.patch(group, { op: 'replace', path: 'displayName', value: 'Doctors' })
      return c.again(group).displayName
    },
    'Doctors',
    'Nurses',
  ],
  'if-match-ignored': [
    (c) => c.send('PUT', `/Users/${c.user('kari').id}`, userBody('ola'), { 'If-Match': 'W/"x"' }).status,
    412,
    200,
  ],
  'last-modified-frozen': [
    (c) => {
      const user = c.user('kari')
      return c.patch(user, activeOff).body.meta.lastModified > user.meta.created
    },
    true,
    false,
  ],
  'leading-zero-lost': [
    (c) => c.user('kari', { [URN.fiksPerson]: { foedselsnummer: '01010000000' } })[URN.fiksPerson],
    { foedselsnummer: '01010000000' },
    { foedselsnummer: 1010000000 },
  ],
  'lists-show-less': [
    (c) => after(c.user('kari', { emails }), c.get('/Users').body.Resources[0]?.emails.length),
    2,
    0,
  ],
  'location-missing': [
    (c) => c.send('POST', '/Users', userBody('kari')).headers.location === undefined,
    false,
    true,
  ],
  'malformed-filter-ignored': [(c) => after(three(c), c.filter('userName is "kari"').status), 400, 200],
  'member-add-replaces-members': [
    (c) => {
      const group = nurses(c)
      c.patch(group, { op: 'add', path: 'members', value: [{ value: c.user('per').id }] })
      return members(c.again(group))
    },
    4,
    1,
  ],
  'member-list-only-grows': [
    (c) => {
      const group = nurses(c)
      c.patch(group, { op: 'replace', path: 'members', value: [{ value: c.user('per').id }] })
      return members(c.again(group))
    },
    1,
    4,
  ],
  'member-removal-keeps-member': [
    (c) => {
      const [kari, ola] = three(c) as [Body, Body]
      const group = c.group('Nurses', [kari, ola])
      const { status } = c.patch(group, { op: 'remove', path: `members[value eq "${kari.id}"]` })
      return [status, members(c.again(group))]
    },
    [200, 1],
    [200, 2],
  ],
  'members-cut-at-100': [
    (c) =>
      members(
        c.group(
          'All',
          Array.from({ length: 101 }, (_, i) => c.user(`u${i}`)),
        ),
      ),
    101,
    100,
  ],
  'missing-attribute-accepted': [(c) => c.send('POST', '/Users', { schemas: [URN.user] }).status, 400, 201],
  'no-match-gives-404': [(c) => c.filter('userName eq "nobody"').status, 200, 404],
  'not-ignored': [(c) => after(three(c), c.filter('not (userName eq "kari")').body.totalResults), 2, 1],
  'only-first-operation': [
    (c) => {
      const user = c.user('kari')
      c.patch(user, activeOff, { op: 'add', path: 'title', value: 'Nurse' })
      return c.again(user).title
    },
    'Nurse',
    undefined,
  ],
  'password-returned': [(c) => c.user('kari', { password: 'secret' }).password, undefined, 'secret'],
  'patch-clears-the-rest': [
    (c) => c.patch(c.user('kari', { emails }), activeOff).body.emails?.length,
    2,
    undefined,
  ],
  'put-sets-created': [
    (c) => {
      const user = c.user('kari')
      const body = { ...userBody('ola'), meta: { created: '2001-01-01T00:00:00Z' } }
      return c.send('PUT', `/Users/${user.id}`, body).body.meta.created === user.meta.created
    },
    true,
    false,
  ],
  'schemas-without-parts': [
    (c) => JSON.stringify(c.get(`/Schemas/${URN.user}`).body).includes('subAttributes'),
    true,
    false,
  ],
  'sort-ignored': [
    (c) => after(c.user('ola'), c.user('kari'), c.names('/Users?sortBy=userName')),
    ['kari', 'ola'],
    ['ola', 'kari'],
  ],
  'sort-order-ignored': [
    (c) => after(c.user('kari'), c.user('ola'), c.names('/Users?sortBy=userName&sortOrder=descending')),
    ['ola', 'kari'],
    ['kari', 'ola'],
  ],
  'start-index-from-zero': [
    (c) => after(three(c), c.names('/Users?startIndex=1&count=1')),
    ['kari'],
    ['ola'],
  ],
  'start-index-ignored': [(c) => after(three(c), c.names('/Users?startIndex=2&count=1')), ['ola'], ['kari']],
  'token-not-checked': [(c) => c.get('/Users', { Authorization: 'Bearer wrong' }).status, 401, 200],
  'total-counts-the-page': [(c) => after(three(c), c.get('/Users?count=1').body.totalResults), 3, 1],
  'unknown-filter-attribute-crashes': [(c) => c.filter('shoeSize eq 43').status, 200, 500],
  'unknown-id-gives-empty-list': [(c) => c.get('/Users/nobody').status, 404, 200],
  'urn-split-at-dot': [
    (c) =>
      Object.keys(c.user('kari', { [URN.fiksPerson]: { foedselsnummer: '1' } })).includes(URN.fiksPerson),
    true,
    false,
  ],
  'user-name-filter-with-case': [
    (c) => after(three(c), c.filter('userName eq "KARI"').body.totalResults),
    1,
    0,
  ],
  'user-name-unique-with-case': [
    (c) => after(c.user('kari'), c.send('POST', '/Users', userBody('KARI')).status),
    409,
    201,
  ],
  'value-path-crosses-elements': [
    (c) =>
      after(
        c.user('kari', { emails }),
        c.filter('emails[type eq "work" and value co "b.ex"]').body.totalResults,
      ),
    0,
    1,
  ],
}

const variants: Readonly<Record<string, Effect>> = {
  'all-extensions-in-schemas': [(c) => c.user('kari').schemas.length, 1, 4],
  'charset-in-content-type': [
    (c) => c.get('/Users').headers['content-type'],
    'application/scim+json',
    'application/scim+json; charset=utf-8',
  ],
  'config-has-extras': [(c) => c.get('/ServiceProviderConfig').body['x-build'], undefined, 17],
  'config-needs-token': [
    (c) => c.get('/ServiceProviderConfig', { Authorization: 'Bearer wrong' }).status,
    200,
    401,
  ],
  'discovery-filter-ignored': [(c) => c.get('/Schemas?filter=id%20pr').status, 403, 200],
  'empty-operations-accepted': [(c) => c.patch(c.user('kari')).status, 400, 200],
  'external-id-unique': [
    (c) =>
      after(
        c.user('kari', { externalId: '7' }),
        c.send('POST', '/Users', userBody('ola', { externalId: '7' })).status,
      ),
    201,
    409,
  ],
  'few-features': [
    (c) => [c.user('kari').meta.version, member(c.get('/ServiceProviderConfig').body.sort, 'supported')],
    ['W/"1"', true],
    [undefined, false],
  ],
  'first-primary-wins': [
    (c) => {
      const both = emails.map((email) => ({ ...email, primary: true }))
      return c.send('POST', '/Users', userBody('kari', { emails: both })).status
    },
    400,
    201,
  ],
  'groups-not-shown': [
    (c) => {
      const user = c.user('kari')
      c.group('Nurses', [user])
      return c.again(user).groups?.length
    },
    1,
    undefined,
  ],
  'ids-are-numbers': [(c) => /^\d{4}$/.test(c.user('kari').id), false, true],
  'ids-need-encoding': [
    (c) => {
      const user = c.user('kari')
      return [user.id.includes(' '), user.meta.location.includes(' '), c.again(user).userName]
    },
    [false, false, 'kari'],
    [true, false, 'kari'],
  ],
  'items-per-page-echoed': [(c) => after(three(c), c.get('/Users?count=5').body.itemsPerPage), 3, 5],
  'members-not-shown': [(c) => members(nurses(c)), 3, 0],
  'missing-schemas-accepted': [(c) => c.send('POST', '/Users', { userName: 'kari' }).status, 400, 201],
  'no-etags': [(c) => c.send('POST', '/Users', userBody('kari')).headers.etag, 'W/"1"', undefined],
  'no-nested-groups': [
    (c) => c.send('POST', '/Groups', groupBody('All', [c.group('Nurses')])).status,
    201,
    400,
  ],
  'no-search': [(c) => c.send('POST', '/.search', { schemas: [URN.searchRequest] }).status, 200, 404],
  'nulls-and-empty-arrays': [
    (c) => [c.user('kari').title, c.again(c.user('ola')).emails],
    [undefined, undefined],
    [null, []],
  ],
  'patch-answers-204': [(c) => c.patch(c.user('kari'), activeOff).status, 200, 204],
  'put-ignores-immutable': [
    (c) => {
      const user = c.user('kari', { [trialSchema.id]: { badge: 'A' } })
      return c.send('PUT', `/Users/${user.id}`, userBody('kari', { [trialSchema.id]: { badge: 'B' } })).status
    },
    400,
    200,
  ],
  'put-keeps-what-is-left-out': [
    (c) => c.send('PUT', `/Users/${c.user('kari', { title: 'Nurse' }).id}`, userBody('kari')).body.title,
    undefined,
    'Nurse',
  ],
  'put-refuses-another-id': [
    (c) => c.send('PUT', `/Users/${c.user('kari').id}`, { ...userBody('kari'), id: 'other' }).status,
    200,
    400,
  ],
  'readable-resources-carry-location': [
    (c) => c.get(`/Users/${c.user('kari').id}`).headers.location === undefined,
    true,
    false,
  ],
  'refusal-without-body': [(c) => c.get('/Users', { Authorization: 'Bearer wrong' }).hasBody, true, false],
  'relative-locations': [
    (c) => c.user('kari').meta.location.slice(0, 15),
    'https://scim.te',
    '/scim/v2/Users/',
  ],
  'removal-without-match-refused': [
    (c) => c.patch(c.group('Nurses'), { op: 'remove', path: 'members[value eq "x"]' }).body.scimType,
    undefined,
    'noTarget',
  ],
  'schemas-absent-when-projected': [
    (c) => after(c.user('kari'), c.get('/Users?attributes=userName').body.Resources[0]?.schemas),
    [URN.user],
    undefined,
  ],
  'small-pages': [(c) => after(three(c), c.get('/Users').body.Resources.length), 3, 2],
  'unknown-attributes-refused': [
    (c) => c.send('POST', '/Users', userBody('kari', { shoe: 43 })).status,
    201,
    400,
  ],
  'unknown-filter-attribute-refused': [(c) => c.filter('shoeSize eq 43').status, 200, 400],
  'unknown-members-accepted': [
    (c) => c.send('POST', '/Groups', { ...groupBody('Nurses'), members: [{ value: 'nobody' }] }).status,
    400,
    201,
  ],
  'unsupported-is-404': [
    (c) => [c.get('/Me').status, c.send('POST', '/Bulk', {}).status],
    [501, 400],
    [404, 404],
  ],
  'user-name-in-lower-case': [(c) => c.user('Kari').userName, 'Kari', 'kari'],
  'values-in-another-order': [
    (c) => c.user('kari', { emails }).emails.map((email) => email.type as Json),
    ['work', 'home'],
    ['home', 'work'],
  ],
  'version-mismatch-is-409': [
    (c) => c.send('PUT', `/Users/${c.user('kari').id}`, userBody('ola'), { 'If-Match': 'W/"x"' }).status,
    412,
    409,
  ],
  'zoned-timestamps': [(c) => /\.\d{6}\+01:00$/.test(c.user('kari').meta.created), false, true],
}

function bulkOf(data: JsonObject): JsonObject {
  return { schemas: [URN.bulkRequest], Operations: [{ method: 'POST', path: '/Users', bulkId: 'a', data }] }
}

async function load(folder: string): Promise<{ name: string; deviation: Deviation }[]> {
  const root = join(import.meta.dirname, folder)
  const files = readdirSync(root).sort()
  return Promise.all(
    files.map(async (file) => {
      const { default: deviation } = (await import(join(root, file))) as { default: Deviation }
      return { name: basename(file, '.ts'), deviation }
    }),
  )
}

/** That a defect has an effect is shown by the check that turns red on it. Nothing else shows that a variant has one. */
const known = { defects, variants }

for (const [folder, effects] of Object.entries(known)) {
  const loaded = await load(folder)

  describe(folder, () => {
    it('no effect is written down here for what is not there', () => {
      const names = new Set(loaded.map(({ name }) => name))
      expect(Object.keys(effects).filter((name) => !names.has(name))).toEqual([])
    })

    for (const { name, deviation } of loaded) {
      const effect = effects[name]
      if (effect || folder === 'variants') {
        it(`${name}: ${deviation.title}`, () => {
          const [experiment, plain, deviating] = effect as Effect
          expect(experiment(new Client(startEndpoint()))).toEqual(plain)
          expect(experiment(endpointWith(deviation))).toEqual(deviating)
        })
      }

      it(`${name} is called as its file and breaks requirements that exist`, () => {
        expect(deviation.id).toBe(name)
        expect(deviation.kind).toBe(folder === 'defects' ? 'defect' : 'variant')
        // Those of a profile have a slash; tests/defects.test.ts shows that they turn red.
        const ofRfc = (deviation.breaks ?? []).filter((id) => !id.includes('/'))
        expect(ofRfc.filter((id) => !isCatalogued(id))).toEqual([])
        expect(deviation.breaks !== undefined).toBe(folder === 'defects')
      })
    }
  })
}
