import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isCatalogued } from '#requirements'
import { type Json, type JsonObject, member, URN } from '#scim'
import {
  type Body,
  Client,
  endpointWith,
  groupBody,
  startEndpoint,
  TOKEN,
  userBody,
} from './client.sample.ts'
import type { Deviation } from './deviation.ts'
import { trialSchema } from './trial-schema.ts'

/** An experiment that tells the plain endpoint from the deviating one: what it sees with the one and with the other. */
type Effect = readonly [experiment: (client: Client) => unknown, plain: unknown, deviating: unknown]

const activeOff = { op: 'replace', path: 'active', value: false }
const emails = [
  { value: 'kari@a.example', type: 'work', primary: true },
  { value: 'kari@b.example', type: 'home' },
]

const AUTHORIZED = { authorization: `Bearer ${TOKEN}` }

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

/** The second page of a walk that began with pages of one. */
function secondPage(client: Client, count = 1) {
  const { nextCursor } = client.get('/Users?cursor=&count=1').body
  return client.get(`/Users?cursor=${nextCursor}&count=${count}`)
}

/** What kind of changes are told after a place. */
function eventsAfter(client: Client, stream: string, token: string): string[] {
  return client.sync(`${stream}?syncToken=${token}`).events.map(({ changeType }) => changeType)
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
  'sync-empty-pages': [
    (c) => {
      const { syncToken } = c.sync('brukere')
      c.user('kari')
      return eventsAfter(c, 'brukere', syncToken)
    },
    ['sync'],
    [],
  ],
  'sync-large-groups-without-members': [
    (c) => {
      nurses(c)
      return c.sync('grupper?maxGroupSize=1').events[0]?.resource === null
    },
    true,
    false,
  ],
  'sync-begins-without-deletions': [
    (c) => after(c.send('DELETE', `/Users/${c.user('kari').id}`), c.sync('brukere').events.length),
    1,
    0,
  ],
  'sync-pages-half-full': [(c) => after(three(c), c.sync('brukere?limit=3').events.length), 3, 2],
  'sync-odd-limits-are-cut': [(c) => after(three(c), c.sync('brukere?limit=0').hasMore), undefined, true],
  'create-composes-letters': [
    (c) => String(c.user('kari', { displayName: 'Åse'.normalize('NFD') }).displayName).length,
    4,
    3,
  ],
  'patch-replaces-selected-whole': [
    (c) => {
      const user = c.user('kari', { emails })
      const value = { value: 'kari@c.example' }
      c.patch(user, { op: 'replace', path: 'emails[type eq "home"]', value })
      return member(c.again(user).emails[1] as Json, 'type')
    },
    'home',
    undefined,
  ],
  'patch-path-goes-beyond-the-urn': [
    (c) => {
      const user = c.user('kari', { [URN.enterpriseUser]: { department: 'Home care' } })
      return c.patch(user, { op: 'remove', path: URN.enterpriseUser }).status
    },
    200,
    400,
  ],
  'filter-on-one-resource-refused': [
    (c) => c.get(`/Users/${c.user('kari').id}?filter=active%20eq%20true`).status,
    200,
    400,
  ],
  'version-unknown-answers-400': [(c) => c.get('/../v9/Users').body.scimType, undefined, 'invalidVers'],
  'cursor-with-start-index-refused': [(c) => c.get('/Users?cursor=&startIndex=1').status, 200, 400],
  'delete-buries-softly': [
    (c) => {
      const path = `/Users/${c.user('kari').id}`
      c.send('DELETE', path)
      return c.get(path).body.detail === 'The resource was deleted'
    },
    false,
    true,
  ],
  'delete-clears-manager': [
    (c) => {
      const boss = c.user('ola')
      const kari = c.user('kari', { [URN.enterpriseUser]: { manager: { value: boss.id } } })
      c.send('DELETE', `/Users/${boss.id}`)
      return member(c.again(kari)[URN.enterpriseUser] as Json, 'manager') === undefined
    },
    false,
    true,
  ],
  'put-moves-last-modified-always': [
    (c) => {
      const { id, meta } = c.user('kari')
      return c.send('PUT', `/Users/${id}`, userBody('kari')).body.meta.lastModified === meta.lastModified
    },
    true,
    false,
  ],
  'attribute-binary-without-padding': [
    (c) => member(c.user('kari', { [trialSchema.id]: { scan: 'YQ==' } })[trialSchema.id] as Json, 'scan'),
    'YQ==',
    'YQ',
  ],
  'attribute-canonical-values-enforced': [
    (c) => c.send('POST', '/Users', userBody('kari', { [trialSchema.id]: { shift: 'noon' } })).status,
    201,
    400,
  ],
  'attribute-date-times-in-utc': [
    (c) => {
      const user = c.user('kari', { [trialSchema.id]: { hiredAt: '2024-03-01T00:30:00.5+01:00' } })
      return member(user[trialSchema.id] as Json, 'hiredAt')
    },
    '2024-03-01T00:30:00.5+01:00',
    '2024-02-29T23:30:00Z',
  ],
  'attribute-free-texts-in-lower-case': [
    (c) => c.user('kari', { nickName: 'Nurse' }).nickName,
    'Nurse',
    'nurse',
  ],
  'attribute-one-type-per-value': [
    (c) =>
      c.user('kari', { emails: ['work', 'home'].map((type) => ({ value: 'kari@a.example', type })) }).emails
        .length,
    2,
    1,
  ],
  'attribute-some-values-refused': [
    (c) => c.send('POST', '/Users', userBody('kari', { [trialSchema.id]: { scan: 'YWJjZA==' } })).status,
    201,
    400,
  ],
  'attribute-phone-numbers-canonical': [
    (c) => c.user('kari', { phoneNumbers: [{ value: '+47 22 00' }] }).phoneNumbers,
    [{ value: '+47 22 00' }],
    [{ value: 'tel:+472200' }],
  ],
  'cursor-only': [
    (c) => after(three(c), 'startIndex' in c.get('/Users?startIndex=2&count=1').body),
    true,
    false,
  ],
  'cursor-is-the-default': [
    (c) => after(three(c), 'nextCursor' in c.get('/Users?count=1').body),
    false,
    true,
  ],
  'cursor-off': [(c) => after(three(c), 'nextCursor' in c.get('/Users?cursor=&count=1').body), true, false],
  'paging-not-described': [(c) => 'pagination' in c.get('/ServiceProviderConfig').body, true, false],
  'cursor-without-a-way-back': [(c) => after(three(c), 'previousCursor' in secondPage(c).body), true, false],
  'cursor-without-total': [
    (c) => after(three(c), 'totalResults' in c.get('/Users?cursor=&count=1').body),
    true,
    false,
  ],
  'cursor-only-without-total': [
    (c) => after(three(c), 'totalResults' in c.get('/Users?count=1').body),
    true,
    false,
  ],
  'page-default-is-small': [
    (c) =>
      after(
        three(c),
        [c.get('/Users'), c.get('/Users?count=3')].map(({ body }) => body.Resources.length),
      ),
    [3, 3],
    [2, 3],
  ],
  'page-size-is-three': [
    (c) => after(three(c), c.user('Eva'), c.get('/Users?count=9').body.Resources.length),
    4,
    3,
  ],
  'cursor-large-count-refused': [(c) => c.get('/Users?cursor=&count=201').status, 200, 400],
  'cursor-count-may-change': [(c) => after(three(c), secondPage(c, 2).status), 400, 200],
  'cursor-ends-on-an-empty-page': [
    (c) => after(c.user('kari'), 'nextCursor' in c.get('/Users?cursor=').body),
    false,
    true,
  ],
  'cursor-null-at-the-end': [(c) => (c.get('/Users?cursor=').body as JsonObject).nextCursor, undefined, null],
  'cursor-needs-an-equals-sign': [(c) => 'startIndex' in c.get('/Users?cursor').body, false, true],
  'cursor-negative-count-refused': [(c) => c.get('/Users?cursor=&count=-1').status, 200, 400],
  'cursor-pages-tell-no-items': [(c) => 'itemsPerPage' in c.get('/Users?cursor=').body, true, false],
  'all-extensions-in-schemas': [(c) => c.user('kari').schemas.length, 1, 4],
  'bulk-circle-answers-409': [
    (c) => bulkStatuses(c, [bulkGroup('a', 'b'), bulkGroup('b', 'a')]),
    ['201', '201'],
    ['409', '409'],
  ],
  'bulk-forward-reference-answers-409': [
    (c) => bulkStatuses(c, [bulkGroup('a', 'b'), bulkGroup('b')]),
    ['201', '201'],
    ['409', '201'],
  ],
  'bulk-id-not-needed': [
    (c) => bulkStatuses(c, [{ method: 'POST', path: '/Users', data: userBody('kari') }]),
    ['400'],
    ['201'],
  ],
  'bulk-shows-what-was-made': [
    (c) => member(c.send('POST', '/Bulk', bulkOf(userBody('kari'))).body.Operations[0]?.response, 'userName'),
    undefined,
    'kari',
  ],
  'bulk-takes-a-lot': [
    (c) => member(c.get('/ServiceProviderConfig').body.bulk, 'maxOperations'),
    1000,
    1_000_000,
  ],
  'bulk-takes-little': [
    (c) => c.send('POST', '/Bulk', bulkOf(userBody('kari', { title: 'x'.repeat(600) }))).status,
    200,
    413,
  ],
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
  'discovery-endpoints-without-slash': [
    (c) => c.get('/ResourceTypes').body.Resources.map(({ endpoint }) => endpoint as Json),
    ['/Users', '/Groups'],
    ['Users', 'Groups'],
  ],
  'discovery-filter-ignored': [(c) => c.get('/Schemas?filter=id%20pr').status, 403, 200],
  'discovery-urns-in-one-case': [
    (c) => [c.get(`/Schemas/${URN.user.toUpperCase()}`).status, c.get(`/Schemas/${URN.user}`).status],
    [200, 200],
    [404, 200],
  ],
  'discovery-user-name-is-globally-unique': [
    (c) => JSON.stringify(c.get(`/Schemas/${URN.user}`).body).includes('"uniqueness":"global"'),
    false,
    true,
  ],
  'discovery-without-descriptions': [
    (c) => JSON.stringify(c.get('/Schemas').body).includes('"description":'),
    true,
    false,
  ],
  'empty-operations-accepted': [(c) => c.patch(c.user('kari')).status, 400, 200],
  'error-secrets-find-nobody': [(c) => c.filter('password pr').status, 403, 200],
  'error-with-extra-members': [(c) => c.get('/Users/none').body.correlationId, undefined, 'c-17'],
  'error-without-detail': [(c) => typeof c.get('/Users/none').body.detail, 'string', 'undefined'],
  'group-names-are-unique': [
    (c) => after(c.group('Nurses'), c.send('POST', '/Groups', groupBody('NURSES')).status),
    201,
    409,
  ],
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
  'filter-converts-operands': [
    (c) => after(c.user('kari', { active: true }), c.filter('active eq "true"').body.totalResults),
    0,
    1,
  ],
  'filter-finds-defaults': [(c) => after(c.user('kari'), c.filter('active eq true').body.totalResults), 0, 1],
  'filter-knows-nothing-of-null': [(c) => c.filter('title eq null').status, 200, 400],
  'filter-ne-needs-a-value': [
    (c) => after(c.user('kari'), c.filter('title ne "Nurse"').body.totalResults),
    1,
    0,
  ],
  'filter-needs-a-part-of-emails': [(c) => c.filter('emails co "a.example"').status, 200, 400],
  'filter-takes-no-value-paths': [(c) => c.filter('emails[type eq "work"]').status, 200, 400],
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
  'http-cookie-of-a-session': [
    (c) => c.get('/Users').headers['set-cookie']?.includes('Max-Age') ?? 'none',
    'none',
    false,
  ],
  'http-location-on-every-answer': [
    (c) => c.get(`/Users/${c.user('kari').id}`).headers['content-location'] !== undefined,
    false,
    true,
  ],
  'http-me-redirects': [(c) => c.get('/Me').status, 501, 308],
  'http-no-version-is-served': [(c) => c.get('/../Users').status, 404, 200],
  'http-strong-tags': [
    (c) => {
      const user = c.user('kari')
      const again = c.get(`/Users/${user.id}`)
      return [user.meta.version, again.headers.etag]
    },
    ['W/"1"', 'W/"1"'],
    ['"1"', '"1"'],
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
  'members-can-be-swapped': [
    (c) => {
      const [group, other] = [nurses(c), c.user('per')]
      const path = `members[value eq "${(group.members as { value: string }[])[0]?.value}"].value`
      return c.patch(group, { op: 'replace', path, value: other.id }).status
    },
    400,
    200,
  ],
  'members-not-shown': [(c) => members(nurses(c)), 3, 0],
  'members-told-by-value-alone': [(c) => Object.keys(nurses(c).members?.[0] ?? {}).length > 1, true, false],
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
  'patch-adds-to-matches-only': [
    (c) => c.patch(c.user('kari'), { op: 'add', path: 'emails[type eq "home"].value', value: 'x' }).status,
    200,
    400,
  ],
  'patch-answers-204': [(c) => c.patch(c.user('kari'), activeOff).status, 200, 204],
  'patch-complex-add-replaces-whole': [
    (c) => {
      const user = c.user('kari', { name: { givenName: 'Kari', familyName: 'Berg' } })
      return c.patch(user, { op: 'add', path: 'name', value: { givenName: 'Eva' } }).body.name
    },
    { givenName: 'Eva', familyName: 'Berg' },
    { givenName: 'Eva' },
  ],
  'projection-one-parameter-at-a-time': [
    (c) => c.get('/Users?attributes=userName&excludedAttributes=title').status,
    200,
    400,
  ],
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
  'search-not-at-the-root': [
    (c) => c.send('POST', '/.search', { schemas: [URN.searchRequest] }).status,
    200,
    501,
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
  'addresses-in-lower-case': [
    (c) => c.user('kari', { emails: [{ value: 'Kari@X.Example' }] }).emails[0]?.value,
    'Kari@X.Example',
    'kari@x.example',
  ],
  'alias-address-added': [(c) => c.user('kari', { emails }).emails.length, 2, 3],
  'defaults-filled-in': [(c) => c.user('kari').timezone, undefined, 'Europe/Oslo'],
  'display-name-derived': [(c) => c.user('kari').displayName, undefined, 'kari'],
  'empty-extension-shown': [(c) => c.user('kari')[URN.enterpriseUser], undefined, {}],
  'etags-are-digests': [(c) => c.user('kari').meta.version.length > 20, false, true],
  'few-attributes': [(c) => c.user('kari', { nickName: 'K' }).nickName, 'K', undefined],
  'formatted-name-derived': [
    (c) => member(c.user('kari', { name: { givenName: 'Kari' } }).name, 'formatted'),
    undefined,
    'Kari',
  ],
  'groups-of-users-have-a-value-only': [
    (c) => {
      const user = c.user('kari')
      c.group('Nurses', [user])
      return Object.keys(c.again(user).groups[0] ?? {}).length > 1
    },
    true,
    false,
  ],
  'ids-are-long': [(c) => c.user('kari').id.length > 200, false, true],
  'ids-are-upper-case-uuids': [(c) => c.user('kari').id.startsWith('ABCDEF'), false, true],
  'json-is-indented': [
    (c) => c.endpoint.handle({ method: 'GET', path: '/Me', headers: {} }).body?.includes('\n'),
    false,
    true,
  ],
  'messages-without-schemas-accepted': [
    (c) => c.send('PATCH', `/Users/${c.user('kari').id}`, { Operations: [activeOff] }).status,
    400,
    200,
  ],
  'names-in-another-order': [(c) => Object.keys(c.user('kari'))[0], 'schemas', 'meta'],
  'no-resources-where-nothing-matches': [
    (c) => c.filter('userName eq "nobody"').body.Resources,
    [],
    undefined,
  ],
  'nothing-has-a-content-type-too': [
    (c) => c.send('DELETE', `/Users/${c.user('kari').id}`).headers['content-type'],
    undefined,
    'application/scim+json',
  ],
  'http-throttled-now-and-then': [
    (c) => Array.from({ length: 10 }, () => c.get('/Users').status).slice(-3),
    [200, 200, 200],
    [200, 429, 200],
  ],
  'large-bodies-refused': [
    (c) => c.send('POST', '/Users', userBody('kari', { title: 'x'.repeat(70_000) })).status,
    201,
    413,
  ],
  'lists-take-a-while': [
    (c) => c.endpoint.handle({ method: 'GET', path: '/Users', headers: AUTHORIZED }).after,
    undefined,
    15,
  ],
  'members-a-hundred-at-a-time': [
    (c) => {
      const value = Array.from({ length: 101 }, (_, n) => ({ value: c.user(`person${n}`).id }))
      return c.patch(c.group('All'), { op: 'add', path: 'members', value }).status
    },
    200,
    400,
  ],
  'primary-always-said': [
    (c) => c.user('kari', { emails: [{ value: 'k@x.example' }] }).emails[0]?.primary,
    undefined,
    false,
  ],
  'proxy-adds-headers': [(c) => c.get('/Users').headers.connection, undefined, 'close'],
  'times-in-whole-seconds': [(c) => /:\d\dZ$/.test(c.user('kari').meta.created), false, true],
  'two-challenges': [
    (c) => c.get('/Users', { Authorization: 'Bearer wrong' }).headers['www-authenticate']?.includes('Basic'),
    false,
    true,
  ],
  'user-names-are-addresses': [(c) => c.send('POST', '/Users', userBody('kari')).status, 201, 400],
  'values-are-all-of-members': [(c) => Object.keys(nurses(c).members[0] ?? {}).length > 1, true, false],
  'written-resources-carry-content-location': [
    (c) => c.send('POST', '/Users', userBody('kari')).headers['content-location'] === undefined,
    true,
    false,
  ],
}

function bulkOf(data: JsonObject): JsonObject {
  return { schemas: [URN.bulkRequest], Operations: [{ method: 'POST', path: '/Users', bulkId: 'a', data }] }
}

function bulkGroup(bulkId: string, ...members: string[]): JsonObject {
  const data = { ...groupBody(bulkId), members: members.map((name) => ({ value: `bulkId:${name}` })) }
  return { method: 'POST', path: '/Groups', bulkId, data }
}

function bulkStatuses(client: Client, Operations: JsonObject[]): unknown[] {
  const { body } = client.send('POST', '/Bulk', { schemas: [URN.bulkRequest], Operations })
  return body.Operations.map(({ status }) => status)
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
        // Those of a profile have a slash; tests/defects shows that they turn red.
        const ofRfc = (deviation.breaks ?? []).filter((id) => !id.includes('/'))
        expect(ofRfc.filter((id) => !isCatalogued(id))).toEqual([])
        expect(deviation.breaks !== undefined).toBe(folder === 'defects')
      })
    }
  })
}
