import type { ProfileRequirement } from '#check'
import { by, rowsFrom, unseen } from './row.part.ts'
import { SOURCES } from './sources.part.ts'
import { playsOf, type Story } from './stories.ts'

const listing = rowsFrom(`${SOURCES.listing}; ${SOURCES.checklist}`, 'documented')
const logic = rowsFrom(SOURCES.logicApp, 'documented')
const agent = rowsFrom(SOURCES.agent, 'documented')
const postman = rowsFrom(SOURCES.postman, 'documented')

const played = (...stories: Story[]) => by(...playsOf(...stories))

/** What the listing asks for besides tests. */
const demands: readonly ProfileRequirement[] = [
  listing(
    'gallery-endpoints',
    'MUST',
    'Users, and Groups where they are offered, are at the endpoints of SCIM 2.0.',
    by('discovery/users-and-groups-have-their-endpoints', 'paging/unfiltered-list'),
  ),
  listing('gallery-https', 'SHOULD', 'The endpoint is reached by HTTPS.', by('wire/traffic-is-encrypted')),
  listing(
    'gallery-tls',
    'SHOULD',
    'The connection uses TLS 1.2 or later.',
    unseen('A record does not keep which version of TLS a connection agreed on'),
  ),
  listing(
    'gallery-credentials',
    'SHOULD',
    'OAuth client credentials or a workload identity are used: tokens of 1 to 6 hours, secrets of 1 to 3 years that can be exchanged; static tokens that live long are not taken any more.',
    unseen('How long tokens and secrets live, and who may exchange them, is agreed outside SCIM'),
  ),
  listing(
    'gallery-rate',
    'SHOULD',
    'At least 25 requests a second are answered for each tenant.',
    unseen('A run does not load the target on purpose'),
  ),
  listing(
    'gallery-leavers',
    'MUST',
    'A leaver can be disabled; deletion for good, the other way that is allowed, is test 13 of the validator.',
    by('patch/active-goes-off-and-on'),
  ),
  listing(
    'gallery-unknown-user',
    'MUST',
    'A query for an unknown user is answered with 200 and nothing.',
    by('filter/no-match-is-an-empty-list[User.userName]'),
  ),
  listing(
    'gallery-schemas',
    'MUST',
    'The schemas can be discovered, and what is used is described.',
    by('schema/schemas-are-listed', 'schema/used-schemas-are-described'),
  ),
  listing('gallery-members-at-once', 'SHOULD', 'Several members come into a group by one PATCH.'),
  listing('gallery-bulk', 'MAY', 'Bulk requests are recommended.', by('bulk/applies-each-operation')),
  listing(
    'gallery-validated',
    'SHOULD',
    'A run of the validator and a test with an application outside the gallery have passed.',
    unseen("Only Microsoft's own tools give those results"),
  ),
  listing(
    'gallery-papers',
    'SHOULD',
    'There are test tenants, customers to refer to, documents for administrators, and contacts for engineering and support.',
    unseen('Papers and people are handed over outside SCIM'),
  ),
]

/** The tests that Microsoft runs for a listing, by what they do. */
const tests: readonly ProfileRequirement[] = [
  logic(
    'logic-user-create',
    'MUST',
    'A user who is assigned is provisioned.',
    played('joiner-to-leaver', 'joiners/already-there-different'),
  ),
  logic('logic-user-update', 'MUST', 'Changed attributes arrive.', played('movers/department-and-title')),
  logic('logic-user-disable', 'MUST', 'A user who is unassigned is disabled.', played('leavers/unassigned')),
  logic(
    'logic-user-delete',
    'SHOULD',
    'A user who is deleted for good disappears; without it the test warns.',
    played('leavers/purged-at-once'),
  ),
  logic(
    'logic-user-manager',
    'SHOULD',
    'A manager arrives; Entra gives it as a bare id, which the RFCs do not know.',
    played('movers/manager-changes'),
  ),
  logic(
    'logic-manager',
    'SHOULD',
    'A manager is added, replaced, and replaced by an empty value, in the form of the validator.',
    by('entra/manager-as-text', 'entra/manager-is-emptied'),
  ),
  logic(
    'logic-user-restore',
    'MUST',
    'A user who is assigned again is active again.',
    played('leavers/assigned-again'),
  ),
  logic('logic-user-on-demand', 'MUST', 'A user is provisioned on demand.', played('joiners/needed-at-once')),
  logic('logic-group-create', 'MUST', 'A group is provisioned.', played('groups/formed-without-members')),
  logic('logic-group-update', 'MUST', 'The new name of a group arrives.', played('groups/renamed')),
  logic('logic-group-delete', 'MUST', 'A deleted group disappears.', played('groups/deleted')),
  logic('logic-group-add', 'MUST', 'Members who join arrive.', played('groups/member-added')),
  logic('logic-group-remove', 'MUST', 'A member who leaves is removed.', played('groups/member-removed')),
  logic(
    'logic-group-restore',
    'MUST',
    'A group that is left and joined again has its members.',
    played('groups/in-and-out-again'),
  ),
  logic(
    'logic-group-on-demand',
    'MUST',
    'A group is provisioned on demand.',
    played('groups/needed-at-once'),
  ),
  logic(
    'logic-schemas',
    'MUST',
    'What an application provisions is described by /Schemas.',
    by('schema/used-schemas-are-described'),
  ),
  logic(
    'logic-null-update',
    'SHOULD',
    "Microsoft's test would report a target that keeps the old value of an optional attribute which is replaced by an empty text, or refuses it; the RFCs leave both to the target.",
  ),
  logic(
    'logic-direct',
    'MUST',
    'Users and groups are created and changed by plain requests.',
    by('create/user-goes-through-its-life', 'create/group-goes-through-its-life'),
  ),
  logic('logic-user-pages', 'MUST', 'Eleven users are read in pages of five at most, each once.'),
  logic('logic-group-pages', 'MUST', 'Eleven groups are read in pages of five at most, each once.'),
  logic('logic-credentials', 'MUST', 'Requests with the credentials work, and others are refused.'),
  logic(
    'logic-federated-identity',
    'SHOULD',
    'A token of a workload identity works.',
    unseen('A workload identity belongs to a tenant of Microsoft'),
  ),
  agent('logic-probes', 'MUST', 'Users and groups are listed one at a time before anything is provisioned.'),
  agent(
    'logic-throttling',
    'SHOULD',
    'A target answers 429 only where more than 25 requests a second are sent.',
    unseen('A run does not load the target on purpose'),
  ),
  agent(
    'logic-free-values',
    'SHOULD',
    'Values besides the canonical ones are taken.',
    by('attributes/roles-take-any-value', 'attributes/entitlements-take-any-value'),
  ),
]

/** The older collection, which is still published. */
const collection: readonly ProfileRequirement[] = [
  postman(
    'postman-discovery',
    'SHOULD',
    'ResourceTypes, ServiceProviderConfig and Schemas can be read.',
    by('discovery/endpoints-answer'),
  ),
  postman(
    'postman-attributes',
    'SHOULD',
    'The attributes asked for are shown.',
    by('projection/attributes-select-on-one-resource', 'projection/attributes-select-in-a-list'),
  ),
  postman(
    'postman-filters',
    'SHOULD',
    'Filters work with eq, and, or, brackets, sw and gt.',
    by(
      'filter/substring-operators-differ',
      'filter/and-binds-before-or',
      'filter/ordering-operators-on-strings',
    ),
  ),
  postman(
    'postman-put',
    'SHOULD',
    'Users and groups are replaced, and a user without userName is refused.',
    by('put/replaces-what-it-sends', 'put/user-name-is-required', 'put/group-members-are-replaced-whole'),
  ),
  postman(
    'postman-members',
    'SHOULD',
    'Groups come with members; these are added, removed and all removed.',
    by('create/group-members-are-kept', 'groups/add-member-keeps-others', 'groups/remove-all-members'),
  ),
  postman(
    'postman-refusals',
    'SHOULD',
    'A user without userName and a body that is no JSON are refused.',
    by('create/user-name-is-required', 'errors/malformed-json-is-refused'),
  ),
  postman(
    'postman-text-boolean',
    'SHOULD',
    'active is taken as the text True, as the older dialect sends it.',
    by('entra/joiner-to-leaver'),
  ),
  postman(
    'postman-unknown-attribute',
    'SHOULD',
    'A misspelled attribute does no harm.',
    by('create/unknown-attribute-does-no-harm'),
  ),
  postman(
    'postman-paging',
    'SHOULD',
    'Lists are read by pages.',
    by('paging/walk-visits-each-once', 'paging/count-limits-the-page'),
  ),
]

export const galleryRows: readonly ProfileRequirement[] = [...demands, ...tests, ...collection]
