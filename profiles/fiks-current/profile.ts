import { defineProfile, type ProfileRequirement } from '#check'
import { URN } from '#scim'
import { builtinSchemas, findSchema } from '#scim/schema'

type Level = ProfileRequirement['level']
type Confidence = ProfileRequirement['confidence']

/** The number is that of the rule in our notes on Fiks; the source names the KS document, or the RFC it builds on. */
const row = (
  number: string,
  level: Level,
  confidence: Confidence,
  source: string,
  requirement: string,
): ProfileRequirement => ({ id: `fiks/${number}`, level, requirement, source, confidence })

/** Documents of KS Digital, in the repository ks-no/ks-no.github.io. */
const KS = {
  start: 'KS Digital, Ekstern brukerstyring: Kom i gang',
  model: 'KS Digital, Ekstern brukerstyring: Brukere og grupper',
  knowledge: 'KS Digital, Ekstern brukerstyring: KS Kunnskap',
  old: 'KS Digital, Sentralisert brukerstyring',
  azure: 'KS Digital, Sentralisert brukerstyring: Azure (2021)',
  sync: 'KS Digital, Ekstern brukerstyring: Sync API',
  errors: 'KS Digital, Fiks-plattformen: Integrasjoner',
} as const

const requirements: readonly ProfileRequirement[] = [
  row(
    'F-10',
    'MUST',
    'documented',
    KS.start,
    'Requests carry the bearer token of the source; without a valid one they are refused.',
  ),
  row(
    'F-20',
    'MUST',
    'documented',
    KS.model,
    'schemas names the User schema, and the person extension where its object is present.',
  ),
  row(
    'F-21',
    'MUST',
    'documented',
    KS.start,
    'The service makes the id of a user; one that the client sends is not used.',
  ),
  row(
    'F-22',
    'SHOULD',
    'documented',
    KS.start,
    'externalId identifies the person in the sending system and finds at most one user.',
  ),
  row(
    'F-23',
    'MUST',
    'documented',
    KS.start,
    'displayName or name.formatted is enough as the name of a person.',
  ),
  row('F-25', 'MUST', 'documented', KS.model, 'A user without an identity number is accepted.'),
  row(
    'F-28',
    'MUST',
    'documented',
    `${KS.model}; ${KS.azure}`,
    'foedselsnummer is a string of 11 digits and is kept as it is, leading zero included.',
  ),
  row(
    'F-29',
    'MUST',
    'documented',
    KS.azure,
    'PATCH reaches foedselsnummer by its full name; the dot in 1.0 belongs to the URN.',
  ),
  row(
    'F-30',
    'SHOULD',
    'inferred',
    'RFC 7644 section 3.5.2; forms that Entra sends',
    'The identity number can be written in a POST, by its full path, and without a path, with the same result.',
  ),
  row(
    'F-32',
    'SHOULD',
    'documented',
    KS.model,
    'active is stored and returned as a boolean, also where it was sent as the text False or True.',
  ),
  row(
    'F-34',
    'MUST',
    'inferred',
    'RFC 7643 section 4.1.1, RFC 7644 section 3.3',
    'A userName in use, in whatever case, is answered with 409 uniqueness.',
  ),
  row(
    'F-35',
    'SHOULD',
    'inferred',
    'KS Digital, brukersynkronisering-oppslag-api-v1',
    'The same identity number on two users of a source is refused or taken in an orderly way.',
  ),
  row(
    'F-36',
    'MUST',
    'inferred',
    'RFC 7643 section 2.3.1',
    'Names come back as they were sent, Norwegian and Sámi letters included.',
  ),
  row(
    'F-38',
    'SHOULD',
    'inferred',
    'Data protection: identity numbers do not belong in messages and logs',
    'An error does not repeat the identity number.',
  ),
  row('F-39', 'MAY', 'documented', KS.knowledge, 'The enterprise extension can be sent and comes back.'),
  row('F-50', 'MUST', 'documented', KS.model, 'A group needs the core Group schema only.'),
  row(
    'F-51',
    'MUST',
    'documented',
    KS.model,
    'A group has a displayName, which administrators see when they give out roles.',
  ),
  row(
    'F-52',
    'MUST',
    'documented',
    KS.model,
    'The value of a member is the id of a user in the same source.',
  ),
  row(
    'F-52-unknown',
    'SHOULD',
    'inferred',
    KS.model,
    'A member that is nobody is refused or kept, but not passed over in silence.',
  ),
  row(
    'F-53',
    'SHOULD',
    'documented',
    KS.model,
    'A group as a member of a group is refused, or taken in an orderly way.',
  ),
  row(
    'F-54',
    'SHOULD',
    'documented',
    KS.old,
    'Members are added and removed by PATCH, removed by a value path as well as by a list of values.',
  ),
  row(
    'F-55',
    'SHOULD',
    'inferred',
    'RFC 7644 sections 3.5.2.1 and 3.5.2.2',
    'Adding a member twice and removing somebody who is none succeed and change nothing.',
  ),
  row('F-56', 'SHOULD', 'inferred', 'RFC 7643 section 4.2', 'A deleted user is removed from its groups.'),
  row('F-58', 'SHOULD', 'inferred', KS.sync, 'A group keeps more than a hundred members.'),
  row('F-60', 'MUST', 'documented', KS.old, 'Users and groups can be created, changed by PATCH and deleted.'),
  row(
    'F-62',
    'MAY',
    'inferred',
    'PUT is not documented for Fiks',
    'PUT is supported or refused in an orderly way.',
  ),
  row(
    'F-63',
    'SHOULD',
    'inferred',
    'RFC 7644 section 4',
    'The configuration, where there is one, says that PATCH is supported.',
  ),
  row(
    'F-64',
    'MUST',
    'inferred',
    `${KS.old}; queries that Entra sends`,
    'Users are found by userName and externalId, groups by displayName; no match is an empty list.',
  ),
  row(
    'F-68',
    'MUST',
    'inferred',
    KS.start,
    'A person keeps id and externalId through a new name, number or department.',
  ),
  row('F-80', 'MUST', 'inferred', 'RFC 7644 section 3.12', 'Errors have the form of SCIM.'),
  row(
    'F-82',
    'SHOULD',
    'documented',
    KS.errors,
    '401 means no valid token, 404 unknown, 409 in use, 400 wrong.',
  ),
]

const fiksPerson = findSchema(builtinSchemas, URN.fiksPerson)

export default defineProfile({
  id: 'fiks-current',
  title: 'KS Fiks, external user management, current mapping',
  about:
    'What the public documents of KS Digital ask of a SCIM endpoint today. Made from documents alone: no Fiks system was tried, and KS has not approved it.',
  includes: ['rfc'],
  requires: { features: ['patch', 'filter'], resources: ['User', 'Group'] },
  requirements,
  schemas: fiksPerson ? [fiksPerson] : [],
  rehearses: [
    { dialect: 'entra', scenarios: ['joiner-to-leaver'] },
    { dialect: 'eadm', scenarios: ['joiner-to-leaver'] },
  ],
})
