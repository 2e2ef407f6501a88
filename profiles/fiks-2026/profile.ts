import { defineProfile, type ProfileRequirement } from '#check'
import current from '../fiks-current/profile.ts'

const PROPOSAL = 'KS Digital, Ekstern brukerstyring: Kom i gang (mapping proposed for 2026)'

const requirements: readonly ProfileRequirement[] = [
  {
    id: 'fiks/F-40',
    level: 'MUST',
    requirement:
      'userName is the login name for Microsoft SSO: it comes back as it was sent, but for letter case.',
    nb: 'userName er påloggingsnavnet for Microsoft SSO: det kommer tilbake slik det ble sendt, bortsett fra store og små bokstaver.',
    source: PROPOSAL,
    confidence: 'documented',
  },
  {
    id: 'fiks/F-41',
    level: 'MUST',
    requirement: 'name.givenName keeps first and middle names, name.familyName the surname.',
    nb: 'name.givenName beholder fornavn og mellomnavn, name.familyName etternavnet.',
    source: PROPOSAL,
    confidence: 'documented',
  },
  {
    id: 'fiks/F-42',
    level: 'MUST',
    requirement: 'The first e-mail address of the list stays the first.',
    nb: 'Den første e-postadressen i listen forblir den første.',
    source: PROPOSAL,
    confidence: 'documented',
  },
  {
    id: 'fiks/F-44',
    level: 'SHOULD',
    requirement: 'active is part of the mapping: it is kept, and a change of it as well.',
    nb: 'active er en del av mappingen: verdien beholdes, også når den endres.',
    source: PROPOSAL,
    confidence: 'documented',
  },
  {
    id: 'fiks/F-45',
    level: 'MAY',
    requirement: 'A person without an identity number can sign in with Microsoft SSO only.',
    nb: 'En person uten fødselsnummer kan bare logge inn med Microsoft SSO.',
    source: PROPOSAL,
    confidence: 'documented',
    unobservable: 'signing in is no part of SCIM; that such a user is accepted is fiks/F-25',
  },
  {
    id: 'fiks/F-46',
    level: 'SHOULD',
    requirement: 'A user with the fields of both mappings is accepted and keeps them.',
    nb: 'En bruker med feltene fra begge mappingene godtas og beholder dem.',
    source: PROPOSAL,
    confidence: 'inferred',
  },
  {
    id: 'fiks/F-40-client',
    level: 'MUST',
    requirement: 'Each user is sent with the userName that Microsoft SSO knows.',
    nb: 'Hver bruker sendes med det userName som Microsoft SSO kjenner.',
    source: PROPOSAL,
    confidence: 'documented',
    subject: 'client',
  },
  {
    id: 'fiks/F-41-client',
    level: 'MUST',
    requirement: 'Middle names are sent in name.givenName, whatever else is sent.',
    nb: 'Mellomnavn sendes i name.givenName, uansett hva annet som sendes.',
    source: PROPOSAL,
    confidence: 'documented',
    subject: 'client',
  },
  {
    id: 'fiks/F-42-client',
    level: 'MUST',
    requirement: 'The address that counts is sent as the first of the list.',
    nb: 'Adressen som gjelder, sendes først i listen.',
    source: PROPOSAL,
    confidence: 'documented',
    subject: 'client',
  },
  {
    id: 'fiks/F-43',
    level: 'SHOULD',
    requirement: 'Who provides KS Kunnskap too sends the primary work address first.',
    nb: 'Den som også leverer til KS Kunnskap, sender den primære jobbadressen først.',
    source: PROPOSAL,
    confidence: 'inferred',
    subject: 'client',
  },
  {
    id: 'fiks/F-46-client',
    level: 'SHOULD',
    requirement: 'The fields of the current mapping are sent as well.',
    nb: 'Feltene i dagens mapping sendes også.',
    source: PROPOSAL,
    confidence: 'inferred',
    subject: 'client',
  },
]

export default defineProfile({
  id: 'fiks-2026',
  title: 'KS Fiks, external user management, mapping proposed for 2026',
  nb: 'KS Fiks, ekstern brukerstyring, foreslått mapping for 2026',
  about:
    'The current profile and what KS Digital has announced for 2026 on top. A proposal that may change, made from documents alone: no Fiks system was tried, and KS has not approved it.',
  includes: ['fiks-current', 'rfc'],
  ...(current.requires ? { requires: current.requires } : {}),
  requirements,
  ...(current.schemas ? { schemas: current.schemas } : {}),
  ...(current.rehearses ? { rehearses: current.rehearses } : {}),
})
