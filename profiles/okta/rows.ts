import type { ProfileRequirement } from '#check'
import { playsOf, type Story } from './stories.ts'

type Level = ProfileRequirement['level']
type Rest = Pick<ProfileRequirement, 'mapped' | 'unobservable'>

/** Where the rows are known from. Nobody at Okta has looked at them. */
const SPEC = 'okta/okta-developer-docs Okta-SCIM-20-SPEC-Test.json'
const CRUD = 'okta/okta-developer-docs Okta-SCIM-20-CRUD-Test.json'
const ENTITLEMENTS = 'okta/okta-developer-docs Okta-SCIM-20-Entitlements-Test.json'
const PLAN = 'okta/okta-developer-docs okta-scim-test-plan-v2.xlsx'

const rowsFrom =
  (source: string) =>
  (name: string, level: Level, requirement: string, rest: Rest = {}): ProfileRequirement => ({
    id: `okta/${name}`,
    level,
    requirement,
    source,
    confidence: 'documented',
    ...rest,
  })

const by = (...mapped: string[]): Rest => ({ mapped })
const unseen = (unobservable: string): Rest => ({ unobservable })

const played = (...stories: Story[]) => by(...playsOf(...stories))

const spec = rowsFrom(SPEC)
const crud = rowsFrom(CRUD)
const plan = rowsFrom(PLAN)

const specRows: readonly ProfileRequirement[] = [
  spec(
    'spec-01',
    'MUST',
    'A page of one user is a ListResponse with a user in it and three numbers: itemsPerPage, startIndex, totalResults.',
  ),
  spec(
    'spec-02',
    'MUST',
    'A user is read with id, userName, name.givenName, name.familyName, active and an e-mail address.',
  ),
  spec(
    'spec-03',
    'MUST',
    'A filter for an invalid userName gives 200 and a total of 0.',
    by('filter/no-match-is-an-empty-list[User.userName]'),
  ),
  spec('spec-04', 'MUST', 'An unknown id gives 404.', by('read/unknown-id-answers-404[User]')),
  spec(
    'spec-04-detail',
    'SHOULD',
    "Okta's test would report a 404 without detail; RFC 7644 section 3.12 leaves detail out where nothing is to be said.",
  ),
  spec(
    'spec-05',
    'MUST',
    'A filter for a random userName gives 200 and a total of 0.',
    by('filter/no-match-is-an-empty-list[User.userName]'),
  ),
  spec(
    'spec-06',
    'MUST',
    'A new user is answered with 201, an id, active true, the core schema and what was sent.',
  ),
  spec('spec-07', 'MUST', 'The new user is read with userName and names as they were sent.'),
  spec('spec-08', 'MUST', 'The same user again gives 409.', by('create/duplicate-user-name-is-refused')),
  spec(
    'spec-09',
    'MUST',
    'A filter for a userName in capitals gives 200.',
    by('filter/user-name-ignores-case'),
  ),
  spec('spec-10', 'SHOULD', 'Groups are listed in less than 600 ms; the test is optional.'),
  spec('spec-11', 'MUST', 'Wrong credentials give 401.'),
  spec(
    'spec-11-body',
    'SHOULD',
    "Okta's test would report a 401 without an error body with detail and status 401; RFC 7644 leaves that to HTTP.",
  ),
  spec('spec-12', 'MUST', 'An id of digits that nobody has gives 404 with an error body.'),
]

/** The steps by their number; the first two happen in Okta alone. */
const crudRows: readonly ProfileRequirement[] = [
  crud('crud-01', 'SHOULD', 'The application is there in Okta.', unseen('It happens in Okta alone')),
  crud('crud-02', 'SHOULD', 'A user is created in Okta.', unseen('It happens in Okta alone')),
  crud('crud-03', 'MUST', 'A user who is assigned is looked for and created.', played('okta/assigned')),
  crud(
    'crud-04',
    'MUST',
    'The user is found by a filter, with userName, e-mail address and names.',
    by('create/found-by-filter-with-the-same-state'),
  ),
  crud('crud-05', 'MUST', 'Another first name arrives.', played('okta/marriage')),
  crud('crud-06', 'MUST', 'The changed user is read with the new name.', by('put/replaces-what-it-sends')),
  crud('crud-07', 'MUST', 'A user who is deactivated is switched off.', played('okta/unassigned')),
  crud(
    'crud-08',
    'MUST',
    'The user who was switched off is read with active false.',
    by('patch/active-goes-off-and-on', 'filter/inactive-user-is-found'),
  ),
  crud('crud-09', 'SHOULD', 'The user is activated in Okta.', unseen('It happens in Okta alone')),
  crud('crud-10', 'MUST', 'The user is assigned again and switched on.', played('okta/assigned-again')),
  crud(
    'crud-11',
    'MUST',
    'The user who was switched on is read with active true.',
    by('patch/active-goes-off-and-on'),
  ),
  crud('crud-12', 'MUST', 'A user whose assignment is removed is switched off.', played('okta/unassigned')),
  crud('crud-13', 'MUST', 'That user is read with active false.', played('okta/unassigned')),
  rowsFrom(ENTITLEMENTS)(
    'entitlements',
    'MAY',
    'Resource types, schemas and lists of entitlements can be read.',
    by('discovery/resource-types-are-listed', 'schema/schemas-are-listed'),
  ),
]

/** The cases of the manual plan by what they are about. Many happen on the screens of Okta. */
const planRows: readonly ProfileRequirement[] = [
  plan(
    'plan-set-up',
    'SHOULD',
    'C9289, C9296 to C9299, C9308, C9313, C9314, C9342 to C9345, C21902: the application is set up, mapped and signed in to.',
    unseen('It happens in Okta alone'),
  ),
  plan(
    'plan-credentials',
    'SHOULD',
    'C9306, C9339 to C9341: provisioning is switched on and off, and wrong credentials give an error.',
    by('auth/wrong-credentials-are-refused'),
  ),
  plan(
    'plan-create',
    'SHOULD',
    'C9290, C9307, C9334: a new user arrives with all attributes, be it by a group.',
    played('okta/assigned', 'joiners/through-a-group'),
  ),
  plan(
    'plan-reactivate',
    'SHOULD',
    'C9293, C9300: a user who comes back keeps id and attributes.',
    played('okta/assigned-again'),
  ),
  plan(
    'plan-link',
    'SHOULD',
    'C9335: a user who is there already is linked and updated.',
    played('okta/assigned-and-known'),
  ),
  plan(
    'plan-unique',
    'SHOULD',
    'C9336: a userName that is taken is refused; Okta asks for unique e-mail addresses too, which the RFCs do not.',
    by('create/duplicate-user-name-is-refused'),
  ),
  plan('plan-update', 'SHOULD', 'C9291, C9309, C9310: changed attributes arrive.', played('okta/marriage')),
  plan(
    'plan-empty-values',
    'SHOULD',
    'C9337: empty values are pushed without an error.',
    by('put/null-and-empty-clear', 'patch/null-unassigns'),
  ),
  plan(
    'plan-deprovision',
    'SHOULD',
    'C9292, C9294, C9311: who is deactivated or unassigned is switched off.',
    played('okta/unassigned'),
  ),
  plan('plan-suspend', 'SHOULD', 'C9295: a suspension sends nothing.', played('okta/suspended')),
  plan('plan-password', 'SHOULD', 'C9301, C9302: a password arrives.', played('okta/password')),
  plan(
    'plan-import',
    'SHOULD',
    'C9303 to C9305, C9338: users and groups are read page by page, each once.',
    by('paging/walk-visits-each-once', ...playsOf('okta/imported')),
  ),
  plan(
    'plan-group-create',
    'SHOULD',
    'C9312, C9317: a group is pushed, be it empty.',
    played('okta/group-pushed'),
  ),
  plan(
    'plan-group-link',
    'SHOULD',
    'C9315, C9322, C9330: a group is linked, and renamed.',
    played('okta/group-linked', 'okta/group-renamed'),
  ),
  plan(
    'plan-group-push',
    'SHOULD',
    'C9316: the whole list of members takes the place of the old.',
    played('okta/group-pushed-again'),
  ),
  plan(
    'plan-group-unlink',
    'SHOULD',
    'C9318, C9321, C9325, C9326: a group is unlinked and deleted, or left.',
    played('okta/group-unlinked'),
  ),
  plan(
    'plan-group-status',
    'SHOULD',
    'C9319, C9320, C9323, C9324, C9327 to C9329, C9331: pushing is switched off and on, by rule and in bulk.',
    unseen('It decides in Okta whether anything is sent'),
  ),
  plan(
    'plan-group-members',
    'SHOULD',
    'C9332, C9333: members are added and removed.',
    played('okta/group-members-change'),
  ),
  plan(
    'plan-profile-source',
    'SHOULD',
    'C9359 to C9361: the target is the source of profiles.',
    unseen('Okta reads then; what it makes of it happens in Okta alone'),
  ),
]

export const rows: readonly ProfileRequirement[] = [...specRows, ...crudRows, ...planRows]
