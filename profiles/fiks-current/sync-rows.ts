import type { ProfileRequirement } from '#check'

type Level = ProfileRequirement['level']

const PAGE = 'KS Digital, Ekstern brukerstyring: Sync API'
const API = 'KS Digital, sync-api-v1 (1.6.0)'

interface Texts {
  readonly en: string
  readonly nb: string
}

const row = (
  number: string,
  level: Level,
  source: string,
  { en, nb }: Texts,
  confidence: ProfileRequirement['confidence'] = 'documented',
): ProfileRequirement => ({ id: `fiks/${number}`, level, requirement: en, nb, source, confidence })

/**
 * What is asked of the side from which target systems read. What binds those systems instead is no row here: nobody of
 * them is tested.
 */
export const syncRequirements: readonly ProfileRequirement[] = [
  row('S-01', 'MUST', `${PAGE}; ${API}`, {
    en: 'Users and groups can be read as streams of changes, and one by one.',
    nb: 'Brukere og grupper kan leses som strømmer av endringer, og enkeltvis.',
  }),
  row('S-02', 'SHOULD', API, {
    en: 'The organisations that have a source for the target system are listed.',
    nb: 'Organisasjonene som har en kilde for målsystemet, er listet opp.',
  }),
  row('S-03', 'MUST', API, {
    en: 'fiksOrgId is a UUID; anything else is answered with 400.',
    nb: 'fiksOrgId er en UUID; alt annet besvares med 400.',
  }),
  row('S-04', 'SHOULD', `${PAGE}; ${API}`, {
    en: 'The streams can be read with a valid bearer token only.',
    nb: 'Strømmene kan bare leses med et gyldig bearer-token.',
  }),
  row('S-05', 'MUST', `${PAGE}; ${API}`, {
    en: 'Without a sync token everything is told, from the first change on.',
    nb: 'Uten syncToken fortelles alt, fra den første endringen.',
  }),
  row('S-06', 'MUST', API, {
    en: 'Each page has events, syncToken and hasMore, an empty one too.',
    nb: 'Hver side har events, syncToken og hasMore, også en tom side.',
  }),
  row('S-08', 'MUST', API, {
    en: 'A sync token for users is refused for groups, and the other way round.',
    nb: 'Et syncToken for brukere avvises for grupper, og omvendt.',
  }),
  row('S-09', 'MUST', API, {
    en: 'A page has 100 events at the most, or as many as limit says, up to 1000.',
    nb: 'En side har høyst 100 hendelser, eller så mange som limit sier, opptil 1000.',
  }),
  row('S-10', 'MUST', PAGE, {
    en: 'hasMore is true as long as there is more to be told, and nothing is lost between pages.',
    nb: 'hasMore er true så lenge det er mer å fortelle, og ingenting går tapt mellom sidene.',
  }),
  row('S-12', 'MUST', API, {
    en: 'Events come in the order of the last change.',
    nb: 'Hendelser kommer i rekkefølgen av siste endring.',
  }),
  row('S-13', 'MUST', `${PAGE}; ${API}`, {
    en: 'An event has id, changeType and timestamp, that of a group requiresSeparateFetch; sync brings the whole resource.',
    nb: 'En hendelse har id, changeType og timestamp, for en gruppe også requiresSeparateFetch; sync har med hele ressursen.',
  }),
  row('S-14', 'MUST', PAGE, {
    en: 'A deletion is told by an event of the type delete, without a resource.',
    nb: 'En sletting fortelles med en hendelse av typen delete, uten ressurs.',
  }),
  row('S-15', 'MUST', PAGE, {
    en: 'Each change of a user or group, membership included, is told by a sync event with the new state.',
    nb: 'Hver endring av en bruker eller gruppe, også medlemskap, fortelles med en sync-hendelse med den nye tilstanden.',
  }),
  row('S-17', 'MUST', `${PAGE}; ${API}`, {
    en: 'A group larger than maxGroupSize (100) has to be fetched by itself, and then has all its members; a smaller one comes with them.',
    nb: 'En gruppe større enn maxGroupSize (100) må hentes for seg, og har da alle medlemmene; en mindre kommer med dem.',
  }),
  row('S-19', 'MUST', API, {
    en: 'A single user or group is answered with 200, an unknown one with 404, and nobody without a token.',
    nb: 'En enkelt bruker eller gruppe gir 200, en ukjent gir 404, og uten token får ingen svar.',
  }),
  row('S-20', 'MUST', PAGE, {
    en: 'An identity number that is added or changed later is told by a new event for the same id.',
    nb: 'Et fødselsnummer som legges til eller endres senere, fortelles med en ny hendelse for samme id.',
  }),
  row('S-21', 'MUST', API, {
    en: 'Where a user has fiks, identityNumber is in it.',
    nb: 'Der en bruker har fiks, står identityNumber i det.',
  }),
  row('S-22', 'MUST', API, {
    en: 'A user has id and userName, and what is told of it is what was provisioned.',
    nb: 'En bruker har id og userName, og det som fortelles, er det som ble provisjonert.',
  }),
  row('S-22-name', 'MAY', `${API}; the example of ${PAGE} does without`, {
    en: 'A user has name.',
    nb: 'En bruker har name.',
  }),
  row(
    'S-22-all',
    'SHOULD',
    API,
    {
      en: 'What was provisioned and has a place in the stream arrives there.',
      nb: 'Det som ble provisjonert og har en plass i strømmen, kommer fram der.',
    },
    'inferred',
  ),
  row('S-23', 'MUST', `${PAGE}; ${API}`, {
    en: 'A sync token that was altered is answered with 400 INVALID_TOKEN_FORMAT.',
    nb: 'Et endret syncToken besvares med 400 INVALID_TOKEN_FORMAT.',
  }),
  row('S-31', 'SHOULD', API, {
    en: 'Errors come in the error model of Fiks.',
    nb: 'Feil kommer i feilmodellen til Fiks.',
  }),
]
