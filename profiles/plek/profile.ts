import { defineProfile, type Prerequisite, type ProfileNote, type ProfileRequirement } from '#check'

/** Pages of the help centre of Plek. */
const PLEK = {
  scim: 'Plek, What are the possibilities with a SCIM user provisioning',
  sync: 'Plek, What is user provisioning',
  sso: 'Plek, What are the possibilities with a single sign-on',
} as const

const requirements: readonly ProfileRequirement[] = [
  {
    id: 'plek/PL-02',
    level: 'MUST',
    requirement: 'The mapping key comes back as it was sent, and a filter on it finds that one user.',
    nb: 'Mappingnøkkelen kommer tilbake slik den ble sendt, og et filter på den finner nettopp den brukeren.',
    source: PLEK.scim,
    confidence: 'documented',
  },
  {
    id: 'plek/PL-02-stays',
    level: 'MUST',
    requirement: 'The mapping key stays through a new name and a new address.',
    nb: 'Mappingnøkkelen står fast gjennom nytt navn og ny adresse.',
    source: PLEK.scim,
    confidence: 'documented',
  },
  {
    id: 'plek/PL-03',
    level: 'SHOULD',
    requirement:
      'A second user with the same key is refused or becomes a user of its own; the first is not taken over.',
    nb: 'En ny bruker med samme nøkkel blir avvist eller blir en egen bruker; den første overtas ikke.',
    source: PLEK.scim,
    confidence: 'inferred',
  },
  {
    id: 'plek/PL-05',
    level: 'MUST',
    requirement: 'A change of a mapped field shows in the profile.',
    nb: 'En endring av et mappet felt vises i profilen.',
    source: PLEK.scim,
    confidence: 'documented',
  },
  {
    id: 'plek/PL-07',
    level: 'SHOULD',
    requirement:
      'A change by a path with a filter is carried out or refused; it is not accepted and dropped.',
    nb: 'En endring med en sti med filter gjennomføres eller avvises; den godtas ikke for så å bli borte.',
    source: PLEK.scim,
    confidence: 'inferred',
  },
  {
    id: 'plek/PL-08',
    level: 'MAY',
    requirement: 'A user that comes with a photo is accepted, whatever becomes of the photo.',
    nb: 'En bruker som kommer med bilde, godtas, uansett hva som skjer med bildet.',
    source: PLEK.scim,
    confidence: 'inferred',
  },
  {
    id: 'plek/PL-09',
    level: 'MUST',
    requirement: 'active false switches an account off and active true on again.',
    nb: 'active false slår en konto av, og active true på igjen.',
    source: PLEK.scim,
    confidence: 'documented',
  },
  {
    id: 'plek/PL-10',
    level: 'MUST',
    requirement: 'A deactivated user can still be read, with the value that says so.',
    nb: 'En deaktivert bruker kan fortsatt leses, med verdien som sier det.',
    source: PLEK.scim,
    confidence: 'inferred',
  },
  {
    id: 'plek/PL-11',
    level: 'MUST',
    requirement: 'Who is not mentioned in a synchronisation stays active.',
    nb: 'Den som ikke nevnes i en synkronisering, forblir aktiv.',
    source: PLEK.scim,
    confidence: 'documented',
  },
  {
    id: 'plek/PL-18',
    level: 'SHOULD',
    requirement: 'A list of addresses that is sent whole takes the place of the one before.',
    nb: 'En adresseliste som sendes hel, tar plassen til den forrige.',
    source: PLEK.scim,
    confidence: 'inferred',
  },
  {
    id: 'plek/PL-13',
    level: 'MAY',
    requirement: 'Groups follow from a field of the profile.',
    nb: 'Grupper følger av et felt i profilen.',
    source: PLEK.scim,
    confidence: 'documented',
    unobservable: 'the rules for that are made in the administration of Plek; SCIM groups are not used',
  },
  {
    id: 'plek/PL-14',
    level: 'MAY',
    requirement: 'Who moves comes into the new group and stays in the old one.',
    nb: 'Den som flytter, kommer inn i den nye gruppen og blir i den gamle.',
    source: `${PLEK.scim}; ${PLEK.sso}`,
    confidence: 'documented',
    unobservable: 'the groups of Plek do not show in SCIM; the sign-off asks who tidies them',
  },
  {
    id: 'plek/PL-01',
    level: 'MUST',
    requirement: 'The directory leads: who comes into its scope is created once.',
    nb: 'Katalogen styrer: den som kommer inn under den, opprettes én gang.',
    source: `${PLEK.scim}; ${PLEK.sync}`,
    confidence: 'documented',
    subject: 'client',
  },
  {
    id: 'plek/PL-02-client',
    level: 'MUST',
    requirement: 'Each user is sent with the mapping key: its own, and always the same.',
    nb: 'Hver bruker sendes med mappingnøkkelen: egen for hver, og alltid den samme.',
    source: PLEK.scim,
    confidence: 'documented',
    subject: 'client',
  },
  {
    id: 'plek/PL-04',
    level: 'SHOULD NOT',
    requirement: 'The mapping key is no name and no address that may change.',
    nb: 'Mappingnøkkelen er ikke et navn eller en adresse som kan endres.',
    source: PLEK.scim,
    confidence: 'inferred',
    subject: 'client',
  },
  {
    id: 'plek/PL-07-client',
    level: 'MUST NOT',
    requirement: 'No value is addressed by a filter such as emails[type eq "work"].',
    nb: 'Ingen verdi adresseres med et filter som emails[type eq "work"].',
    source: PLEK.scim,
    confidence: 'documented',
    subject: 'client',
  },
  {
    id: 'plek/PL-08-client',
    level: 'SHOULD NOT',
    requirement: 'No photos and no dates of birth are sent.',
    nb: 'Bilder og fødselsdatoer sendes ikke.',
    source: PLEK.scim,
    confidence: 'documented',
    subject: 'client',
  },
  {
    id: 'plek/PL-09-client',
    level: 'MUST',
    requirement: 'Who leaves is sent with the value that switches the account off.',
    nb: 'Den som slutter, sendes med verdien som slår kontoen av.',
    source: PLEK.scim,
    confidence: 'documented',
    subject: 'client',
  },
  {
    id: 'plek/PL-10-client',
    level: 'MUST',
    requirement: 'Who was switched off is not deleted soon after.',
    nb: 'Den som ble slått av, slettes ikke like etterpå.',
    source: PLEK.scim,
    confidence: 'documented',
    subject: 'client',
  },
  {
    id: 'plek/PL-13-client',
    level: 'SHOULD NOT',
    requirement: 'No groups are sent: Plek does not use them.',
    nb: 'Grupper sendes ikke: Plek bruker dem ikke.',
    source: PLEK.scim,
    confidence: 'documented',
    subject: 'client',
  },
  {
    id: 'plek/PL-18-client',
    level: 'SHOULD',
    requirement: 'Lists of values are sent whole.',
    nb: 'Lister av verdier sendes hele.',
    source: PLEK.scim,
    confidence: 'inferred',
    subject: 'client',
  },
]

const notes: readonly ProfileNote[] = [
  {
    id: 'plek/timing',
    text: {
      en: 'One page has changes arrive at the next login, another every day and at once. Both are taken to be right in time.',
      nb: 'Én side sier at endringer kommer ved neste pålogging, en annen hver dag og med en gang. Begge regnes som tidsnok.',
    },
    source: `${PLEK.scim}; ${PLEK.sync} (PL-06)`,
  },
  {
    id: 'plek/no-reference',
    text: {
      en: 'There is no public reference of endpoints, attributes or limits: what is not said here is judged by the RFCs alone.',
      nb: 'Det finnes ingen offentlig beskrivelse av endepunkter, attributter eller grenser: det som ikke står her, vurderes bare etter RFC-ene.',
    },
    source: PLEK.scim,
  },
]

const prerequisites: readonly Prerequisite[] = [
  {
    id: 'mapping-key-agreed',
    text: {
      en: 'The mapping key has been agreed with the customer, and it never changes for a person.',
      nb: 'Mappingnøkkelen er avtalt med kunden, og den endres aldri for en person.',
    },
    source: `${PLEK.scim} (PL-02)`,
  },
  {
    id: 'old-groups-tidied',
    text: {
      en: 'Somebody at the customer takes people who move out of their old groups, for the synchronisation only adds.',
      nb: 'Noen hos kunden tar dem som flytter, ut av de gamle gruppene, for synkroniseringen legger bare til.',
    },
    source: `${PLEK.scim} (PL-14, PL-15)`,
  },
]

export default defineProfile({
  id: 'plek',
  title: 'Plek, user provisioning by SCIM',
  nb: 'Plek, brukerprovisjonering med SCIM',
  about:
    'What the help pages of Plek ask of its SCIM interface and of who provides it. Made from documents alone: no Plek was tried, and its makers have not approved it.',
  includes: ['rfc'],
  requires: { features: ['patch', 'filter'], resources: ['User'] },
  requirements,
  rules: {
    waive: [
      {
        requirement: 'RFC7644-3.5.2.2-04',
        reason: 'Plek says of itself that it cannot process values addressed by a filter (PL-07)',
      },
      {
        requirement: 'RFC7644-3.5.2.2-06',
        reason: 'Plek says of itself that it cannot process values addressed by a filter (PL-07)',
      },
      {
        requirement: 'RFC7644-3.5.2.3-07',
        reason: 'Plek says of itself that it cannot process values addressed by a filter (PL-07)',
      },
      {
        requirement: 'RFC7644-3.5.2.3-08',
        reason: 'Plek says of itself that it cannot process values addressed by a filter (PL-07)',
      },
      {
        requirement: 'RFC7644-3.5.2.3-09',
        reason: 'Plek says of itself that it cannot process values addressed by a filter (PL-07)',
      },
    ],
  },
  notes,
  prerequisites,
  parameters: [
    {
      name: 'mappingKey',
      values: ['externalId', 'userName'],
      text: {
        en: 'The attribute that was agreed as the key of a person.',
        nb: 'Attributtet som er avtalt som nøkkel for en person.',
      },
    },
  ],
  rehearses: [
    { dialect: 'entra-flag', scenarios: ['joiner-to-leaver', 'municipality/marriage'] },
    { dialect: 'okta', scenarios: ['joiner-to-leaver'] },
  ],
})
