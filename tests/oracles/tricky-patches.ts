import { type Json, URN } from '#scim'
import type { Operation } from './patch-operations.sample.ts'

/** What has become of the attributes that changed; null where one is gone. */
export type Changes = Readonly<Record<string, Json>>

/** Operations with what RFC 7644 makes of them. */
interface TrickyPatch {
  readonly operations: readonly Operation[]
  /** The row of the requirements catalogue, or the ambiguity with our reading of it. */
  readonly row: string
  /** The changes, or the scimType of the refusal. */
  readonly expected: Changes | string
  /** What scim-patch says where it is known to be wrong or to read the RFC differently, and why. */
  readonly wrong?: { readonly said: Changes | string; readonly reason: string }
}

const work: Json = { value: 'k@work.test', type: 'work', primary: true }
const home: Json = { value: 'k@home.test', type: 'home' }
const other: Json = { value: 'n@test', type: 'other' }
const noSchema = 'knows no schema, so nothing is read-only, required, unknown or of the wrong type'
const department = `${URN.enterpriseUser}:department`
const withEnterprise = { schemas: [URN.user, URN.enterpriseUser], [URN.enterpriseUser]: { department: 'IT' } }

type Row = readonly [
  row: string,
  operations: Operation | readonly Operation[],
  expected: Changes | string,
  said?: Changes | string,
  reason?: string,
]

const table: readonly Row[] = [
  ['3.5.2.1-04', { op: 'add', path: 'title', value: 'T' }, { title: 'T' }],
  ['3.5.2.1-07', { op: 'add', path: 'displayName', value: 'X' }, { displayName: 'X' }],
  ['3.5.2.3-02', { op: 'replace', path: 'displayName', value: 'X' }, { displayName: 'X' }],
  ['3.5.2.3-04', { op: 'replace', path: 'title', value: 'T' }, { title: 'T' }],
  ['3.5.2.2-02', { op: 'remove', path: 'displayName' }, { displayName: null }],
  ['3.5.2.2-10', { op: 'remove', path: 'title' }, {}],
  [
    '3.5.2.1-05',
    { op: 'add', path: 'name.middleName', value: 'M' },
    { name: { familyName: 'Nordmann', givenName: 'Kari', middleName: 'M' } },
  ],
  ['3.5.2-14', { op: 'remove', path: 'name.familyName' }, { name: { givenName: 'Kari' } }],
  [
    '3.5.2.3-06',
    { op: 'replace', path: 'name', value: { familyName: 'Z' } },
    { name: { familyName: 'Z', givenName: 'Kari' } },
  ],
  [
    '3.5.2.3-06',
    { op: 'replace', value: { name: { familyName: 'Z' } } },
    { name: { familyName: 'Z', givenName: 'Kari' } },
    { name: { familyName: 'Z' } },
    'replaces a complex attribute as a whole where the operation has no path',
  ],
  [
    'AMB-055',
    { op: 'add', value: { name: { middleName: 'M' } } },
    { name: { familyName: 'Nordmann', givenName: 'Kari', middleName: 'M' } },
    { name: { middleName: 'M' } },
    'replaces a complex attribute as a whole where the operation has no path',
  ],
  [
    '3.5.2.3-01',
    { op: 'replace', value: { displayName: 'X', title: 'T' } },
    { displayName: 'X', title: 'T' },
  ],
  ['3.5.2.1-06', { op: 'add', path: 'emails', value: [other] }, { emails: [work, home, other] }],
  ['AMB-059', { op: 'add', path: 'emails', value: other }, { emails: [work, home, other] }],
  ['3.5.2.1-10', { op: 'add', path: 'emails', value: [home] }, {}],
  [
    '3.5.2-19',
    { op: 'add', path: 'emails', value: [{ value: 'n@test', primary: true }] },
    { emails: [{ ...work, primary: false }, home, { value: 'n@test', primary: true }] },
    { emails: [work, home, { value: 'n@test', primary: true }] },
    'leaves "primary" true on two values',
  ],
  [
    '3.5.2-19',
    { op: 'replace', path: 'emails[type eq "home"].primary', value: true },
    {
      emails: [
        { ...work, primary: false },
        { ...home, primary: true },
      ],
    },
    { emails: [work, { ...home, primary: true }] },
    'leaves "primary" true on two values',
  ],
  ['3.5.2.3-03', { op: 'replace', path: 'emails', value: [other] }, { emails: [other] }],
  [
    '3.5.2.3-08',
    { op: 'replace', path: 'emails[type eq "work"].value', value: 'r@test' },
    { emails: [{ ...work, value: 'r@test' }, home] },
  ],
  [
    '3.5.2.3-08',
    { op: 'replace', path: 'emails[not (type eq "x")].type', value: 'other' },
    {
      emails: [
        { ...work, type: 'other' },
        { ...home, type: 'other' },
      ],
    },
  ],
  [
    'AMB-056',
    { op: 'replace', path: 'emails[type eq "work"]', value: { value: 'r@test' } },
    { emails: [{ ...work, value: 'r@test' }, home] },
  ],
  ['3.5.2.3-09', { op: 'replace', path: 'emails[type eq "x"].value', value: 'r@test' }, 'noTarget'],
  [
    'AMB-054',
    { op: 'add', path: 'emails[type eq "x"].value', value: 'r@test' },
    { emails: [work, home, { type: 'x', value: 'r@test' }] },
  ],
  ['3.5.2.2-06', { op: 'remove', path: 'emails[type eq "home"]' }, { emails: [work] }],
  ['AMB-052', { op: 'remove', path: 'emails[type eq "x"]' }, {}],
  ['3.5.2.2-08', { op: 'remove', path: 'emails[type eq "work" or type eq "home"]' }, { emails: null }],
  ['3.5.2.2-06', { op: 'remove', path: 'emails[type eq "work" and value eq "k@home.test"]' }, {}],
  [
    '3.5.2.2-06',
    { op: 'remove', path: 'emails[type eq "home"].type' },
    { emails: [work, { value: 'k@home.test' }] },
  ],
  ['3.5.2.2-03', { op: 'remove', path: 'emails' }, { emails: null }],
  [
    'AMB-063',
    { op: 'remove', path: 'emails', value: [{ value: 'k@home.test' }] },
    { emails: [work] },
    {},
    'removes a listed value only where it is given with all its sub-attributes',
  ],
  ['3.5.2.2-01', { op: 'remove' }, 'noTarget'],
  ['AMB-048', { op: 'Replace', path: 'displayName', value: 'X' }, { displayName: 'X' }],
  [
    '3.5.2-14',
    { op: 'replace', path: 'DISPLAYNAME', value: 'X' },
    { displayName: 'X' },
    { DISPLAYNAME: 'X' },
    'takes attribute names with regard to case',
  ],
  [
    'AMB-060',
    { op: 'replace', value: { 'name.familyName': 'F' } },
    { name: { familyName: 'F', givenName: 'Kari' } },
  ],
  [
    '3.5.2-17',
    { op: 'add', path: department, value: 'IT' },
    withEnterprise,
    { [URN.enterpriseUser]: { department: 'IT' } },
    'does not add the URN of an extension to "schemas"',
  ],
  [
    '3.5.2-17',
    { op: 'add', value: { [URN.enterpriseUser]: { department: 'IT' } } },
    withEnterprise,
    { 'urn:ietf:params:scim:schemas:extension:enterprise:2.0': { User: { department: 'IT' } } },
    'splits the URN of an extension at its last colon',
  ],
  [
    '3.5.2-18',
    [
      { op: 'replace', path: 'displayName', value: 'A' },
      { op: 'add', path: 'title', value: 'B' },
      { op: 'remove', path: 'displayName' },
    ],
    { displayName: null, title: 'B' },
  ],
  ['3.5.2-10', { op: 'replace', path: 'id', value: 'x' }, 'mutability', { id: 'x' }, noSchema],
  ['3.5.2.2-09', { op: 'remove', path: 'userName' }, 'mutability', { userName: null }, noSchema],
  ['3.5.2-10', { op: 'replace', path: 'nosuch', value: 'x' }, 'invalidPath', { nosuch: 'x' }, noSchema],
  [
    'AMB-017',
    { op: 'replace', path: 'active', value: 'False' },
    { active: false },
    { active: 'False' },
    noSchema,
  ],
  ['3.5.2-10', { op: 'replace', path: 'active', value: 'x' }, 'invalidValue', { active: 'x' }, noSchema],
  ['AMB-058', { op: 'replace', path: 'displayName', value: null }, { displayName: null }],
  [
    'AMB-058',
    { op: 'replace', path: 'emails', value: [] },
    { emails: null },
    { emails: [] },
    'keeps an empty array, which says the same as no value',
  ],
  ['3.5.2-02', { op: 'move', path: 'title', value: 'x' }, 'invalidSyntax'],
  [
    '3.5.2-02',
    { op: 'replace', path: 'emails[0].value', value: 'x' },
    'invalidPath',
    'invalidSyntax',
    'answers invalidSyntax to a malformed path',
  ],
  [
    '3.5.2-09',
    { op: 'add', path: 'emails[', value: 'x' },
    'invalidPath',
    'invalidSyntax',
    'answers invalidSyntax to a malformed path',
  ],
  [
    '3.5.2.1-01',
    { op: 'add', path: 'title' },
    'invalidValue',
    'invalidSyntax',
    'the row allows invalidSyntax as well',
  ],
  [
    '3.5.2-09',
    { op: 'add', path: '__proto__.polluted', value: 'x' },
    'invalidPath',
    {},
    'pollutes the prototype',
  ],
  [
    '3.5.2-09',
    { op: 'add', path: 'constructor.prototype.polluted', value: 'x' },
    'invalidPath',
    {},
    'pollutes the prototype',
  ],
  [
    '3.5.2-09',
    { op: 'replace', path: 'name.__proto__', value: { polluted: 1 } },
    'invalidPath',
    {},
    'pollutes the prototype',
  ],
]

/** Rows that begin with a digit are those of RFC 7644. */
export const trickyPatches: readonly TrickyPatch[] = table.map(
  ([row, operations, expected, said, reason]) => ({
    row: row.startsWith('AMB') ? row : `RFC7644-${row}`,
    operations: [operations].flat(),
    expected,
    ...(said !== undefined && reason !== undefined && { wrong: { said, reason } }),
  }),
)
