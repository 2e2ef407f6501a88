import { URN } from '../message/index.ts'
import { boolean, complex, integer, readOnly, reference, string } from './define.ts'
import type { Attribute, Schema } from './model.ts'

const required = { required: true } as const
const external = { referenceTypes: ['external'] } as const

function feature(name: string, description: string, more: readonly Attribute[] = []): Attribute {
  const supported = boolean('supported', 'Whether it can be used.', required)
  return complex(name, description, [supported, ...more], required)
}

const authenticationSchemes = complex(
  'authenticationSchemes',
  'Ways to authenticate.',
  [
    string('type', 'Kind of authentication.', {
      ...required,
      canonicalValues: ['oauth', 'oauth2', 'oauthbearertoken', 'httpbasic', 'httpdigest'],
    }),
    string('name', 'Name to show to people.', required),
    string('description', 'Explanation.', required),
    reference('specUri', 'Address of the specification.', external),
    reference('documentationUri', 'Address of instructions.', external),
    boolean('primary', 'Whether this is the preferred way; true at most once.'),
  ],
  { multiValued: true, required: true },
)

/** RFC 9865 section 4. */
const pagination = complex('pagination', 'How long lists are paged.', [
  boolean('cursor', 'Whether cursors can be used.', required),
  boolean('index', 'Whether startIndex can be used.', required),
  string('defaultPaginationMethod', 'What is used when the client does not ask.', {
    canonicalValues: ['cursor', 'index'],
  }),
  integer('defaultPageSize', 'Resources on a page when the client does not ask.'),
  integer('maxPageSize', 'Most resources on a page.'),
  integer('cursorTimeout', 'Seconds a cursor lives at least.'),
])

/** RFC 7643 section 5, with what its published schema forgot (`etag`, `authenticationSchemes.type`) and RFC 9865. */
export const serviceProviderConfigSchema: Schema = {
  id: URN.serviceProviderConfig,
  name: 'ServiceProviderConfig',
  description: 'What the service provider can do',
  attributes: readOnly([
    reference('documentationUri', 'Address of instructions.', external),
    feature('patch', 'PATCH.'),
    feature('bulk', 'Bulk requests.', [
      integer('maxOperations', 'Most operations in a request.', required),
      integer('maxPayloadSize', 'Largest request, in bytes.', required),
    ]),
    feature('filter', 'Filters.', [integer('maxResults', 'Most resources in an answer.', required)]),
    feature('changePassword', 'Setting passwords.'),
    feature('sort', 'Sorting.'),
    feature('etag', 'Entity tags.'),
    authenticationSchemes,
    pagination,
  ]),
}
