import { URN } from '../message/index.ts'
import { binary, boolean, complex, plural, readOnly, reference, string } from './define.ts'
import type { Attribute, Schema } from './model.ts'

const name = complex('name', 'The parts of the name.', [
  string('formatted', 'The whole name, ready to show.'),
  string('familyName', 'Surname.'),
  string('givenName', 'First name.'),
  string('middleName', 'Middle names.'),
  string('honorificPrefix', 'Title before the name.'),
  string('honorificSuffix', 'Suffix after the name.'),
])

const plain: readonly Attribute[] = [
  string('displayName', 'Name to show to people.'),
  string('nickName', 'Informal name.'),
  reference('profileUrl', "Page about the user's profile.", { referenceTypes: ['external'] }),
  string('title', 'Job title.'),
  string('userType', "The user's relation to the organisation."),
  string('preferredLanguage', 'Preferred languages, as in Accept-Language.'),
  string('locale', 'Locale for dates, numbers and currency.'),
  string('timezone', 'Time zone, by its IANA name.'),
  boolean('active', 'Whether the account is in use.'),
  string('password', 'Clear text password, to set or compare.', {
    mutability: 'writeOnly',
    returned: 'never',
  }),
]

const addresses = complex(
  'addresses',
  'Postal addresses.',
  [
    string('formatted', 'The whole address, ready to show.'),
    string('streetAddress', 'Street, number, box.'),
    string('locality', 'City or place.'),
    string('region', 'County or state.'),
    string('postalCode', 'Postal code.'),
    string('country', 'Country, ISO 3166-1 alpha-2.'),
    string('type', 'What the address is used for.', { canonicalValues: ['work', 'home', 'other'] }),
    boolean('primary', 'Whether this is the preferred address; true at most once.'),
  ],
  { multiValued: true },
)

const groups = complex(
  'groups',
  'Groups the user belongs to, directly or through other groups.',
  [
    string('value', 'id of the group.'),
    reference('$ref', 'Address of the group.', { referenceTypes: ['Group'] }),
    string('display', 'Name of the group.'),
    string('type', 'How the membership came about.', { canonicalValues: ['direct', 'indirect'] }),
  ],
  { multiValued: true },
)

const contacts: readonly Attribute[] = [
  plural('emails', 'E-mail addresses.', string('value', 'The address.'), ['work', 'home', 'other']),
  plural('phoneNumbers', 'Telephone numbers.', string('value', 'The number.'), [
    'work',
    'home',
    'mobile',
    'fax',
    'pager',
    'other',
  ]),
  plural('ims', 'Instant messaging addresses.', string('value', 'The address.'), [
    'aim',
    'gtalk',
    'icq',
    'xmpp',
    'msn',
    'skype',
    'qq',
    'yahoo',
  ]),
  plural(
    'photos',
    'Pictures of the user.',
    reference('value', 'Address of the picture.', { referenceTypes: ['external'] }),
    ['photo', 'thumbnail'],
  ),
]

const rights: readonly Attribute[] = [
  plural('entitlements', 'Things the user is entitled to.', string('value', 'The entitlement.')),
  plural('roles', 'Roles the user has.', string('value', 'The role.')),
  plural('x509Certificates', 'Certificates of the user.', binary('value', 'DER, base64 encoded.')),
]

/** RFC 7643 section 4.1. */
export const userSchema: Schema = {
  id: URN.user,
  name: 'User',
  description: 'User account',
  attributes: [
    string('userName', 'Name the user logs in with.', { required: true, uniqueness: 'server' }),
    name,
    ...plain,
    ...contacts,
    addresses,
    ...readOnly([groups]),
    ...rights,
  ],
}
