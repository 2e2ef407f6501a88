import type { ProfileRequirement } from '#check'
import { by, rowsFrom, wouldReport } from './row.part.ts'
import { SOURCES } from './sources.part.ts'

const documented = rowsFrom(SOURCES.tutorial, 'documented')
const observed = rowsFrom(`${SOURCES.tutorial}; ${SOURCES.captures}`, 'observed')
const manager = rowsFrom(SOURCES.manager, 'observed')

/** The required tests by their number. Where a test asks for more than the RFCs, that part is a row of its own. */
const required: readonly ProfileRequirement[] = [
  documented(
    'validator-01',
    'MUST',
    'A new user is created with 201 and found by its matching attribute with the values that were sent.',
    by('create/answers-201-with-location', 'create/found-by-filter-with-the-same-state'),
  ),
  documented(
    'validator-02',
    'MUST',
    'A user that exists already is refused with 409.',
    by('create/duplicate-user-name-is-refused'),
  ),
  documented(
    'validator-03',
    'MUST',
    'A filter finds an existing user, and no other.',
    by('filter/eq-finds-one-of-two'),
  ),
  documented(
    'validator-04',
    'MUST',
    'A filter that no user meets is answered with 200 and a total of 0.',
    by(
      'filter/no-match-is-an-empty-list[User.userName]',
      'filter/no-match-is-an-empty-list[User.externalId]',
    ),
  ),
  documented(
    'validator-05',
    'MUST',
    'A filter finds a user by its userName in other letter case.',
    by('filter/user-name-ignores-case'),
  ),
  observed(
    'validator-06',
    'MUST',
    'One PATCH replaces some thirty values by path: plain, dotted, by value path and by URN.',
  ),
  observed(
    'validator-07',
    'MUST',
    'A PATCH without a path gives a user another userName; the id stays and the new name is found.',
  ),
  documented(
    'validator-08',
    'MUST',
    'A user that is disabled is still there, by id and by filter, with active false.',
    by('patch/active-goes-off-and-on', 'filter/inactive-user-is-found'),
  ),
  observed('validator-09', 'MUST', 'One PATCH adds some twenty values to a user who has a userName only.'),
  observed(
    'validator-09-elements',
    'SHOULD',
    `${wouldReport('makes no element for an added value path such as emails[type eq "work"].value')}; RFC 7644 leaves open whether it does.`,
  ),
  manager('validator-10', 'MUST', 'A manager is added to a user by PATCH.'),
  manager(
    'validator-10-text',
    'SHOULD',
    `${wouldReport('refuses or loses a manager given as a bare id')}; by RFC 7643 a manager is an object.`,
  ),
  manager(
    'validator-11',
    'MUST',
    'Another manager takes the place of the first, although the operation is add again.',
  ),
  manager(
    'validator-11-text',
    'SHOULD',
    `${wouldReport('keeps the first manager when a bare id of another is added')}; by RFC 7643 a manager is an object.`,
  ),
  manager('validator-12', 'MUST', 'A manager can be taken away again.'),
  manager(
    'validator-12-empty',
    'SHOULD',
    `${wouldReport('keeps a manager that is replaced by an empty text, alone or as its value')}; RFC 7643 does not call an empty text unassigned.`,
  ),
  documented(
    'validator-13',
    'MUST',
    'A user is deleted with 204, and a GET answers 404 then.',
    by('delete/answers-204-without-body', 'delete/then-answers-404'),
  ),
  observed(
    'validator-14',
    'MUST',
    'A group is read without its members where these are excluded.',
    by('projection/excluded-members-are-left-out[by id]'),
  ),
  observed(
    'validator-15',
    'MUST',
    'A group is found by filter without its members where these are excluded.',
    by('projection/excluded-members-are-left-out[in a list]'),
  ),
  documented(
    'validator-16',
    'MUST',
    'A filter finds an existing group by its displayName.',
    by('filter/group-by-display-name'),
  ),
  documented(
    'validator-17',
    'MUST',
    'A filter that no group meets is answered with 200 and a total of 0.',
    by('filter/no-match-is-an-empty-list[Group.displayName]'),
  ),
  documented(
    'validator-18',
    'MUST',
    'A filter finds a group by its displayName in other letter case.',
    by('filter/group-by-display-name'),
  ),
  documented('validator-19', 'MUST', 'A group is created from displayName and externalId, and keeps both.'),
  documented(
    'validator-20',
    'SHOULD',
    `${wouldReport('takes a second group of the same displayName')}; RFC 7643 does not ask for names of groups to be unique.`,
  ),
  observed('validator-21', 'MUST', 'A PATCH without a path gives a group another externalId.'),
  observed('validator-22', 'MUST', 'A PATCH without a path gives a group another displayName.'),
  observed(
    'validator-23',
    'MUST',
    'A member comes into a group by a replace of its members.',
    by('groups/replace-members'),
  ),
  observed(
    'validator-24',
    'MUST',
    'Of two members one is removed by a value path, and the other stays.',
    by('groups/remove-one-member'),
  ),
  documented('validator-25', 'MUST', 'A group is deleted with 204, and a GET answers 404 then.'),
  rowsFrom(SOURCES.mediaType, 'observed')(
    'validator-media-type',
    'SHOULD',
    `${wouldReport('answers with plain application/json')}; the RFCs name application/scim+json.`,
    by('wire/scim-media-type'),
  ),
]

/** Tests in preview, which Microsoft does not count. */
const preview: readonly ProfileRequirement[] = [
  documented('preview-1', 'SHOULD', 'One PATCH removes, adds and replaces different attributes of a user.'),
  documented('preview-2', 'SHOULD', 'One PATCH removes, adds and replaces the same attribute of a user.'),
  documented(
    'preview-3',
    'SHOULD',
    'Deleting a user that never existed is answered with 404.',
    by('delete/unknown-id-answers-404[User]'),
  ),
  documented('preview-4', 'SHOULD', 'Deleting a user for the second time is answered with 404.'),
  documented('preview-5', 'SHOULD', 'One PATCH adds a member to a group and removes it again.'),
  documented(
    'preview-6',
    'SHOULD',
    'Deleting a group that never existed is answered with 404.',
    by('delete/unknown-id-answers-404[Group]'),
  ),
  documented('preview-7', 'SHOULD', 'Deleting a group for the second time is answered with 404.'),
]

export const validatorRows: readonly ProfileRequirement[] = [...required, ...preview]
