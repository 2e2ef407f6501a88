import { defineProfile, type Prerequisite, type ProfileNote, type ProfileRequirement } from '#check'
import { URN } from '#scim'
import { builtinSchemas, findSchema } from '#scim/schema'

/** Documents of KS Digital, in the repository ks-no/ks-no.github.io unless another is named. */
const KS = {
  table: 'KS Digital, Ekstern brukerstyring: KS Kunnskap',
  index: 'KS Digital, Ekstern brukerstyring',
  about: 'KS Digital, KS Kunnskap',
  sso: 'KS Digital, KS Læring: Single sign-on',
  claims: 'KS Digital, navnestandard for SSO i KS Læring (2023)',
  lookup: 'KS Digital, brukersynkronisering-oppslag-api-v1',
  identum: 'Identum, eADM and KS Kunnskap',
} as const

const requirements: readonly ProfileRequirement[] = [
  {
    id: 'kunnskap/K-03',
    level: 'MUST',
    requirement:
      'A user may have the core, the enterprise and the person extension at once, and keeps all three.',
    nb: 'En bruker kan ha kjerneskjemaet, enterprise-utvidelsen og personutvidelsen samtidig, og beholder alle tre.',
    source: KS.table,
    confidence: 'documented',
  },
  {
    id: 'kunnskap/K-04',
    level: 'MUST',
    requirement:
      'The attribute chosen as user name of the learning platform comes back as it was sent, and a filter on it finds that one user.',
    nb: 'Attributtet som er valgt som brukernavn i læringsplattformen, kommer tilbake slik det ble sendt, og et filter på det finner nettopp den brukeren.',
    source: KS.table,
    confidence: 'documented',
  },
  {
    id: 'kunnskap/K-04-second',
    level: 'SHOULD',
    requirement:
      'A second user with the same value is refused or becomes a user of its own; the first is not taken over.',
    nb: 'En ny bruker med samme verdi blir avvist eller blir en egen bruker; den første overtas ikke.',
    source: KS.table,
    confidence: 'inferred',
  },
  {
    id: 'kunnskap/K-05',
    level: 'MUST',
    requirement: 'name.givenName and name.familyName come back as they were sent.',
    nb: 'name.givenName og name.familyName kommer tilbake slik de ble sendt.',
    source: KS.table,
    confidence: 'documented',
  },
  {
    id: 'kunnskap/K-06',
    level: 'MAY',
    requirement: 'The service makes the id of a user.',
    nb: 'Tjenesten lager id-en til en bruker.',
    source: KS.table,
    confidence: 'documented',
    unobservable:
      'stands as fiks/F-21 in the profile of the service itself; whose id reaches the platform does not show in SCIM',
  },
  {
    id: 'kunnskap/K-07',
    level: 'MUST',
    requirement:
      'The e-mail addresses keep order, type and primary: the first that is primary or of type work is the one that counts.',
    nb: 'E-postadressene beholder rekkefølge, type og primary: den første som er primary eller har typen work, er den som gjelder.',
    source: KS.table,
    confidence: 'documented',
  },
  {
    id: 'kunnskap/K-08',
    level: 'MUST',
    requirement: 'The identity number does not reach the learning platform.',
    nb: 'Fødselsnummeret kommer ikke fram til læringsplattformen.',
    source: KS.table,
    confidence: 'documented',
    unobservable: 'what the platform gets shows in no answer of the SCIM service',
  },
  {
    id: 'kunnskap/K-09',
    level: 'SHOULD',
    requirement: 'A user can be deleted, since the learning platform does not look at active.',
    nb: 'En bruker kan slettes, siden læringsplattformen ikke ser på active.',
    source: KS.table,
    confidence: 'inferred',
  },
  {
    id: 'kunnskap/K-10',
    level: 'MAY',
    requirement:
      'Users can be looked up with id, externalId, userName, employee number, names and e-mail address.',
    nb: 'Brukere kan slås opp med id, externalId, userName, ansattnummer, navn og e-postadresse.',
    source: KS.lookup,
    confidence: 'documented',
    unobservable: 'the lookup is an API of its own, beside SCIM',
  },
  {
    id: 'kunnskap/K-17',
    level: 'SHOULD',
    requirement: 'The chosen attribute stays as it is when a person gets another name.',
    nb: 'Det valgte attributtet forblir som det er når en person får nytt navn.',
    source: KS.table,
    confidence: 'inferred',
  },
  {
    id: 'kunnskap/K-01',
    level: 'SHOULD',
    requirement:
      'All employees are provided to KS Kunnskap directly, apart from the smaller circle of Fiks forvaltning.',
    nb: 'Alle ansatte leveres direkte til KS Kunnskap, atskilt fra den mindre kretsen i Fiks forvaltning.',
    source: KS.index,
    confidence: 'documented',
    subject: 'client',
    unobservable: 'one endpoint sees one circle; who belongs to it the sender knows',
  },
  {
    id: 'kunnskap/K-03-client',
    level: 'MUST',
    requirement:
      'schemas names the core, the enterprise and the person extension where their data is sent, and no others of KS.',
    nb: 'schemas nevner kjerneskjemaet, enterprise-utvidelsen og personutvidelsen når dataene deres sendes, og ingen andre fra KS.',
    source: KS.table,
    confidence: 'documented',
    subject: 'client',
  },
  {
    id: 'kunnskap/K-04-client',
    level: 'MUST',
    requirement: 'Each user is sent with the chosen attribute: not empty, its own, and always the same.',
    nb: 'Hver bruker sendes med det valgte attributtet: ikke tomt, eget for hver, og alltid det samme.',
    source: KS.table,
    confidence: 'documented',
    subject: 'client',
  },
  {
    id: 'kunnskap/K-05-client',
    level: 'MUST',
    requirement: 'Each user is sent with name.givenName and name.familyName.',
    nb: 'Hver bruker sendes med name.givenName og name.familyName.',
    source: KS.table,
    confidence: 'documented',
    subject: 'client',
  },
  {
    id: 'kunnskap/K-07-client',
    level: 'SHOULD',
    requirement: 'Each user is sent with an address that is primary or of type work.',
    nb: 'Hver bruker sendes med en adresse som er primary eller har typen work.',
    source: KS.table,
    confidence: 'documented',
    subject: 'client',
  },
  {
    id: 'kunnskap/K-09-client',
    level: 'SHOULD',
    requirement: 'Who leaves is deleted, for deactivation has no effect in the learning platform.',
    nb: 'Den som slutter, slettes, for deaktivering har ingen virkning i læringsplattformen.',
    source: KS.table,
    confidence: 'documented',
    subject: 'client',
  },
  {
    id: 'kunnskap/K-12',
    level: 'MUST',
    requirement: 'Nobody is given two ways to sign in, for that makes two learning histories.',
    nb: 'Ingen får to måter å logge inn på, for det gir to læringshistorikker.',
    source: KS.sso,
    confidence: 'documented',
    subject: 'client',
    unobservable: 'signing in is no part of SCIM; the sign-off asks for it',
  },
  {
    id: 'kunnskap/K-13',
    level: 'MAY',
    requirement: 'uid of the single sign-on is the attribute chosen as user name.',
    nb: 'uid i påloggingen er attributtet som er valgt som brukernavn.',
    source: KS.claims,
    confidence: 'documented',
    subject: 'client',
    unobservable: 'single sign-on is no part of SCIM',
  },
  {
    id: 'kunnskap/K-15',
    level: 'MUST',
    requirement: 'Organisation and roles are provided by another API, and not by groups.',
    nb: 'Organisasjon og roller leveres i et annet API, og ikke med grupper.',
    source: KS.about,
    confidence: 'documented',
    subject: 'client',
    unobservable: 'it is about another interface than SCIM',
  },
  {
    id: 'kunnskap/K-16',
    level: 'MAY',
    requirement: 'Somebody with positions in several departments is sent with one of them.',
    nb: 'En som har stillinger i flere avdelinger, sendes med én av dem.',
    source: KS.identum,
    confidence: 'documented',
    subject: 'client',
    unobservable: 'what is left out of a request only the sender knows',
  },
]

const notes: readonly ProfileNote[] = [
  {
    id: 'ks-kunnskap/old-table',
    text: {
      en: 'The table stands under the heading of KS Kunnskap and is that of KS Læring, its predecessor. Whether KS Kunnskap uses all of it unchanged is said nowhere.',
      nb: 'Tabellen står under overskriften KS Kunnskap, men er den til KS Læring, forgjengeren. Om KS Kunnskap bruker alt uendret, står ingen steder.',
    },
    source: KS.table,
  },
  {
    id: 'ks-kunnskap/two-ways-in',
    text: {
      en: 'KS recommends a synchronisation straight to KS Kunnskap; a vendor describes one by way of the user repository of Fiks. Both are in use.',
      nb: 'KS anbefaler en synkronisering rett til KS Kunnskap; en leverandør beskriver en gjennom brukerregisteret i Fiks. Begge er i bruk.',
    },
    source: `${KS.index}; ${KS.identum} (K-01, K-02)`,
  },
  {
    id: 'ks-kunnskap/deletion',
    text: {
      en: 'What becomes of a course history when its user is deleted is not documented.',
      nb: 'Hva som skjer med kurshistorikken når brukeren slettes, er ikke dokumentert.',
    },
    source: `${KS.table} (K-09)`,
  },
]

const prerequisites: readonly Prerequisite[] = [
  {
    id: 'one-way-to-sign-in',
    text: {
      en: 'Each user has one way to sign in: who has no identity number does not use ID-porten beside the single sign-on.',
      nb: 'Hver bruker har én måte å logge inn på: den som ikke har fødselsnummer, bruker ikke ID-porten ved siden av SSO.',
    },
    source: `${KS.sso} (K-12)`,
  },
  {
    id: 'user-name-agreed',
    text: {
      en: 'The attribute that becomes the user name has been agreed with the customer, and uid of the single sign-on is the same.',
      nb: 'Attributtet som blir brukernavn, er avtalt med kunden, og uid i SSO er det samme.',
    },
    source: `${KS.table}; ${KS.claims} (K-04, K-13)`,
  },
]

const fiksPerson = findSchema(builtinSchemas, URN.fiksPerson)

export default defineProfile({
  id: 'ks-kunnskap',
  title: 'KS Kunnskap, mapping of users',
  nb: 'KS Kunnskap, mapping av brukere',
  about:
    'What the published mapping asks of a SCIM service that feeds KS Kunnskap. Made from documents alone: no system of KS was tried, and KS has not approved it.',
  includes: ['rfc'],
  requires: { features: ['patch', 'filter'], resources: ['User'] },
  requirements,
  notes,
  prerequisites,
  parameters: [
    {
      name: 'usernameSource',
      values: ['externalId', 'userName', 'employeeNumber'],
      text: {
        en: 'The attribute that becomes the user name in the learning platform, as it was chosen when the synchronisation was set up.',
        nb: 'Attributtet som blir brukernavn i læringsplattformen, slik det ble valgt da synkroniseringen ble satt opp.',
      },
    },
  ],
  schemas: fiksPerson ? [fiksPerson] : [],
  rehearses: [
    { dialect: 'entra', scenarios: ['joiner-to-leaver', 'municipality/marriage'] },
    { dialect: 'eadm', scenarios: ['joiner-to-leaver', 'municipality/marriage', 'eadm/leaver-is-deleted'] },
  ],
})
