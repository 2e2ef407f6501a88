import type { Phrase } from './phrases.ts'
import { tokenLost } from './phrases-nb-auth.ts'
import { expected } from './phrases-nb-expected.ts'
import { readSide } from './phrases-nb-sync.ts'

/** Why something was not tried, as the plan and the execution put it. */
const reasons: readonly Phrase[] = [
  [
    'the target has no resource type User and no Group',
    'målsystemet har verken ressurstypen User eller Group',
  ],
  [
    'the target has no resource type {name}, which profile {.id} requires',
    'målsystemet har ikke ressurstypen {name}, som profilen {.id} krever',
  ],
  ['the target has no resource type {name}', 'målsystemet har ikke ressurstypen {name}'],
  ['the run was given no Sync API (--sync-api)', 'kjøringen fikk ikke oppgitt noe Sync API (--sync-api)'],
  [
    'no token of another source was given ({.id})',
    'det ble ikke oppgitt noe token fra en annen kilde ({.id})',
  ],
  [
    'no second token of the source was given ({.id})',
    'det ble ikke oppgitt noe token nummer to for kilden ({.id})',
  ],
  [
    'no token that was revoked was given ({.id})',
    'det ble ikke oppgitt noe token som er trukket tilbake ({.id})',
  ],
  [
    'no token of another environment was given ({.id})',
    'det ble ikke oppgitt noe token fra et annet miljø ({.id})',
  ],
  ['the target takes no path that is a URN alone', 'målsystemet godtar ikke en sti som bare er en URN'],
  ['the target has nothing to try it on', 'målsystemet har ikke noe å prøve det på'],
  ["the target's schema does not describe {path}", 'skjemaet til målsystemet beskriver ikke {path}'],
  ['{name} is required by profile {.id}, but {=why}', '{name} kreves av profilen {.id}, men {=why}'],
  ['no PATCH: {=why}', 'PATCH tilbys ikke: {=why}'],
  ['no filter: {=why}', 'filter tilbys ikke: {=why}'],
  [
    'no exchange of this run was of the kind it looks at',
    'ingen forespørsel i denne kjøringen var av det slaget den ser på',
  ],
  ['the client sent nothing', 'klienten sendte ingenting'],
  ['the client changed nothing in this session', 'klienten endret ingenting i denne økten'],
  ['cannot make cases: {why}', 'kan ikke lage tilfeller: {why}'],
  ['could not create a {type}: {=why}', 'kunne ikke opprette en {type}: {=why}'],
  [
    'created a {type}, but cannot read it back: {=why}',
    'opprettet en {type}, men kan ikke lese den tilbake: {=why}',
  ],
  [
    'the target gave an id that cannot stand in a path: {.path}',
    'målsystemet ga en id som ikke kan stå i en adresse: {.path}',
  ],
  [
    "the target's schema of {name} has no name that could carry the run's mark",
    'skjemaet til målsystemet for {name} har ikke noe navn som kan bære merket til kjøringen',
  ],
  ['not done within {.n} s', 'ikke ferdig innen {.n} s'],
  ['the run was interrupted before it', 'kjøringen ble avbrutt før denne'],
  ['the run was interrupted', 'kjøringen ble avbrutt'],
  ['the host never ran it: {why}', 'ble aldri kjørt: {why}'],
  ['the host never ran it', 'ble aldri kjørt'],
  ['the play compared nothing with the target', 'spillet sammenlignet ingenting med målsystemet'],
  ['the play did not end within {.n} requests', 'spillet tok ikke slutt innen {.n} forespørsler'],
  ['this version has no check {.id}', 'denne versjonen har ingen sjekk {.id}'],
  ['this version has no {kind} {.id}', 'denne versjonen har ingen {=kind} {.id}'],
  ['the judge itself failed on {.id}: {why}', 'selve vurderingen feilet på {.id}: {why}'],
  ['the judge itself failed: {why}', 'selve vurderingen feilet: {why}'],
  [
    'the check wanted to touch what it did not make: {why}',
    'sjekken ville røre noe den ikke hadde laget: {why}',
  ],
  ['the check is at fault: {=why}', 'feilen ligger i sjekken: {=why}'],
  ['the harness failed: {=why}', 'verktøyet feilet: {=why}'],
  ['it declares {.n} requests and sends more', 'den oppgir {.n} forespørsler, men sender flere'],
  ['it declares {.n} resources and makes more', 'den oppgir {.n} objekter, men lager flere'],
  ['asks for --load', 'krever --load'],
  ['the target answered {.n} again and again', 'målsystemet svarte {.n} gang på gang'],
  ['the time for load was up (--load minutes=…)', 'tiden for belastning var ute (--load minutes=…)'],
  [
    'claims to prove {.id} but made no claim about it',
    'skal kontrollere {.id}, men har ikke kontrollert noe',
  ],
]

/** What discovery found, and from where. */
const discovered: readonly Phrase[] = [
  [
    'RFC 7644 section 3.5 has every service provider support PUT',
    'RFC 7644 avsnitt 3.5 krever PUT av alle tjenester',
  ],
  ['the configuration says so', 'det står i konfigurasjonen'],
  [
    '/ServiceProviderConfig says nothing of {name}, so it is tried',
    '/ServiceProviderConfig sier ingenting om {name}, så det prøves',
  ],
  ['/ServiceProviderConfig says nothing of {name}', '/ServiceProviderConfig sier ingenting om {name}'],
  ['/ServiceProviderConfig says {name} is {value}', '/ServiceProviderConfig sier at {name} er {value}'],
  [
    'the client certificate is the only credential, and goes with every request',
    'klientsertifikatet er den eneste påloggingen, og følger med hver forespørsel',
  ],
  ['the target refuses requests without credentials', 'målsystemet avviser forespørsler uten pålogging'],
  ['a request without credentials answers {answer}', 'en forespørsel uten pålogging gir {answer}'],
  [
    'a request without credentials got no answer ({why})',
    'en forespørsel uten pålogging fikk ikke noe svar ({why})',
  ],
  ['GET {path} answers', 'GET {path} svarer'],
  ['{call} answers {.status} without JSON', '{call} gir {.status} uten JSON'],
  ['{call} answers {.status}', '{call} gir {.status}'],
  ['{call} got no answer ({why})', '{call} fikk ikke noe svar ({why})'],
  ['{call} answered {.status}', '{call} ga {.status}'],
  ['a request without credentials {=what}', 'en forespørsel uten pålogging {=what}'],
  ['answers {status}', 'gir {status}'],
  ['no content type', 'ingen content-type'],
  ['the list: {why}', 'listen: {why}'],
  [
    'A new {resource} was refused ({said}). It is accepted with {hint}, which all checks now send; put it into the configuration under create.{again}.',
    'En ny {resource} ble avvist ({said}). Den godtas med {hint}, som alle sjekker nå sender; legg det inn i konfigurasjonen under create.{again}.',
  ],
  [
    'A new {resource} was refused ({said}), and nothing that was tried helped: say in the configuration under create.{again} what it needs.',
    'En ny {resource} ble avvist ({said}), og ingenting av det som ble prøvd, hjalp: oppgi i konfigurasjonen under create.{again} hva som trengs.',
  ],
]

/** What a claim makes of an answer that did not come. */
const claims: readonly Phrase[] = [
  ['no answer: {why}', 'ikke noe svar: {why}'],
  ['no answer', 'ikke noe svar'],
  ['schemas with {urn}', 'schemas med {urn}'],
  ['no complete answer within {.n} ms', 'ikke noe fullstendig svar innen {.n} ms'],
  [
    'not sent: the last {.n} requests got no answer, for {.s} s',
    'ikke sendt: de siste {.n} forespørslene har ikke fått svar på {.s} s',
  ],
  ['the answer is larger than {.n} MiB', 'svaret er større enn {.n} MiB'],
]

/** Records that cannot be read. */
const records: readonly Phrase[] = [
  [
    '{file} is not the record of a run: it has no {kind} line',
    '{file} er ikke en kjøringslogg: den mangler en {kind}-linje',
  ],
  [
    '{file} has record version {.version}; this version reads {known}',
    '{file} har loggversjon {.version}; denne versjonen leser {known}',
  ],
  ['{file}, line {.n}: not an event of a run', '{file}, linje {.n}: ikke en hendelse i en kjøring'],
]

/** What happens in the organisation, to the network and to the target. */
const events: readonly Phrase[] = [
  ['hire {.who}', '{.who} blir ansatt'],
  ['leave {.who}', '{.who} slutter'],
  ['return {.who}', '{.who} kommer tilbake'],
  ['disable {.who}', '{.who} deaktiveres'],
  ['enable {.who}', '{.who} aktiveres'],
  ['suspend {.who}', '{.who} suspenderes'],
  ['unsuspend {.who}', 'suspensjonen av {.who} oppheves'],
  ['unassign {.who}', '{.who} får ikke lenger bruke systemet'],
  ['assign {.who}', '{.who} får bruke systemet'],
  ['bin {.who}', '{.who} havner i papirkurven'],
  ['restore {.who}', '{.who} hentes fra papirkurven'],
  ['remove {.who}', '{.who} fjernes fra katalogen'],
  ['rename group {.group}', 'gruppen {.group} får nytt navn'],
  ['rename {.who} ({what})', '{.who} endres ({what})'],
  ['join {.who} to {.group}', '{.who} kommer inn i {.group}'],
  ['nest {.inner} in {.outer}', 'gruppen {.inner} legges inn i {.outer}'],
  ['take {.inner} out of {.outer}', 'gruppen {.inner} tas ut av {.outer}'],
  ['quit {.who} from {.group}', '{.who} går ut av {.group}'],
  ['move {.who} from {.from} to {.to}', '{.who} flytter fra {.from} til {.to}'],
  ['dissolve {.group}', '{.group} oppløses'],
  ['form {.group}', '{.group} opprettes'],
  ['{.who} has no manager any more', '{.who} har ikke lenger noen leder'],
  ['manager of {.who} is {.manager}', 'lederen til {.who} er {.manager}'],
  ['{.n} hours pass', 'det går {.n} timer'],
  ['the target cannot be reached', 'målsystemet kan ikke nås'],
  ['after {.n} requests the target cannot be reached', 'etter {.n} forespørsler kan målsystemet ikke nås'],
  ['the target can be reached again', 'målsystemet kan nås igjen'],
  [
    'after {.n} requests the next {.m} are answered 429',
    'etter {.n} forespørsler får de neste {.m} svaret 429',
  ],
  ['the next {.n} requests are answered 429', 'de neste {.n} forespørslene får svaret 429'],
  [
    'the next write about {=what} reaches the target twice',
    'den neste endringen av {=what} når målsystemet to ganger',
  ],
  ['the next answer about {=what} gets lost', 'det neste svaret om {=what} går tapt'],
  ['the target loses {=what}', 'målsystemet mister {=what}'],
  ['somebody takes {.who} out of {.group} in the target', 'noen tar {.who} ut av {.group} i målsystemet'],
  ['another source puts {.who} into {.group}', 'en annen kilde legger {.who} inn i {.group}'],
  ['another source takes {.who} out of {.group}', 'en annen kilde tar {.who} ut av {.group}'],
  ['the mapping is changed: {what}', 'tilordningen (mapping) endres: {what}'],
  [
    'somebody provisions {.group} at once with none of its members',
    'noen provisjonerer {.group} med en gang uten medlemmer',
  ],
  ['somebody provisions {.group} at once with {who}', 'noen provisjonerer {.group} med en gang med {who}'],
  [
    'the provider forgets its links and begins anew',
    'identitetsleverandøren glemmer koblingene sine og begynner på nytt',
  ],
  ['somebody approves what was held back', 'noen godkjenner det som ble holdt tilbake'],
  ['done: {what}', 'gjort: {what}'],
  ['the provider reads all accounts and groups', 'identitetsleverandøren leser alle kontoer og grupper'],
  ['somebody provisions {.who} at once', 'noen provisjonerer {.who} med en gang'],
  ['{.who} gets another password', '{.who} får et nytt passord'],
  ['somebody pushes {.group} once more', 'noen sender {.group} en gang til'],
]

const DOING = {
  create: 'opprett',
  match: 'finn',
  'read back': 'les tilbake',
  read: 'les',
  update: 'oppdater',
  delete: 'slett',
  'change password': 'bytt passord for',
  'change members': 'endre medlemmer i',
  'set manager': 'sett leder for',
  'by hand': 'for hånd:',
  import: 'importer:',
  probe: 'prøv:',
  connect: 'koble til:',
}

/** What the provider is doing, and about whom. */
const doing: readonly Phrase[] = Object.entries(DOING).flatMap(([english, other]): Phrase[] => [
  [`${english} person {.key}`, `${other} person {.key}`],
  [`${english} group {.key}`, `${other} gruppe {.key}`],
  [`${english} connection`, `${other} forbindelse`],
])

/** What it sends, and what it meets with. */
const work: readonly Phrase[] = [
  ['connection: {what}', 'forbindelse: {=what}'],
  ['connection', 'forbindelse'],
  ['answer', 'svar'],
  ['existence', 'finnes'],
  ['group {.key}: members', 'gruppe {.key}: medlemmer'],
  ['group {.key}: existence', 'gruppe {.key}: finnes'],
  ['group {.key}: answer', 'gruppe {.key}: svar'],
  ['person {.key}: existence', 'person {.key}: finnes'],
  ['person {.key}: answer', 'person {.key}: svar'],
  ['connection: answer', 'forbindelse: svar'],
  ['group {.key}: {.attribute}', 'gruppe {.key}: {.attribute}'],
  ['group {.key}', 'gruppe {.key}'],
  ['person {.key}: {.attribute}', 'person {.key}: {.attribute}'],
  ['person {.key}', 'person {.key}'],
  ['new user: {=what}', 'ny bruker: {=what}'],
  ['new group: {=what}', 'ny gruppe: {=what}'],
  ['new resource: {=what}', 'ny ressurs: {=what}'],
  ['whole user: {=what}', 'hele brukeren: {=what}'],
  ['whole group: {=what}', 'hele gruppen: {=what}'],
  ['whole resource: {=what}', 'hele ressursen: {=what}'],
  ['{.n} attributes, {=more}', '{.n} attributter, {=more}'],
  ['{.n} attributes', '{.n} attributter'],
  ['1 attribute, {=more}', '1 attributt, {=more}'],
  ['1 attribute', '1 attributt'],
  ['{.n} members, active {value}', '{.n} medlemmer, active {value}'],
  ['{.n} members', '{.n} medlemmer'],
  ['1 member', '1 medlem'],
  ['active {value}', 'active {value}'],
  ['{what} and {.n} more', '{what} og {.n} til'],
  [
    'answered 429: after {.n} s of the story it is sent again',
    'svarte 429: sendes på nytt etter {.n} s i fortellingen',
  ],
  ['answered 429: waits for {.n} s and sends it again', 'svarte 429: venter {.n} s og sender på nytt'],
  ['the answer got lost on its way', 'svaret gikk tapt på veien'],
  [
    '{.who} is out of scope: left out of it until all is evaluated anew',
    '{.who} er ikke omfattet: utelates til alt vurderes på nytt',
  ],
  ['the job was given up after its time in quarantine', 'jobben ble gitt opp etter tiden i karantene'],
  ['the test of the connection was answered {.status}', 'forbindelsestesten ga {.status}'],
  ['quarantine: {=why}', 'karantene: {=why}'],
  ['probe answered {.status}', 'prøven ga {.status}'],
  ['the cycle stopped: {=why}', 'syklusen stoppet: {=why}'],
  ['could not be put there: {.status}', 'kunne ikke legges inn: {.status}'],
  ['there is no preview to approve yet', 'det finnes ingen forhåndsvisning å godkjenne ennå'],
  ['change of members answered {.status}', 'endring av medlemmer ga {.status}'],
  ['manager answered {.status}', 'endring av leder ga {.status}'],
  [
    '{.n} accounts would be disabled or deleted: held back until approved',
    '{.n} kontoer ville blitt deaktivert eller slettet: holdes tilbake til det er godkjent',
  ],
  ['nothing is written before: {what}', 'ingenting skrives før: {what}'],
  ['too many objects failed', 'for mange objekter feilet'],
  ['{.n} accounts match', '{.n} kontoer passer'],
]

/** What a difference is worth knowing for. */
const notes: readonly Phrase[] = [
  ['{.key} is missing; {=why}', '{.key} mangler; {=why}'],
  ['{.key} is missing', '{.key} mangler'],
  ['{.key} is still a member; {=why}', '{.key} er fortsatt medlem; {=why}'],
  ['{.key} is still a member', '{.key} er fortsatt medlem'],
  ['{.key} was never a member; {=why}', '{.key} har aldri vært medlem; {=why}'],
  ['{.key} was never a member', '{.key} har aldri vært medlem'],
  [
    'nothing was sent about it since it was right: this was about {other}; {=why}',
    'ingenting er sendt om det siden det var riktig: denne gjaldt {other}; {=why}',
  ],
  [
    'nothing was sent about it since it was right: this was about {other}',
    'ingenting er sendt om det siden det var riktig: denne gjaldt {other}',
  ],
  ['the request got no answer; {=why}', 'forespørselen fikk ikke noe svar; {=why}'],
  ['the request got no answer', 'forespørselen fikk ikke noe svar'],
  ['the request was answered {.status}; {=why}', 'forespørselen ga {.status}; {=why}'],
  ['the request was answered {.status}', 'forespørselen ga {.status}'],
  ['the request departs from {what}', 'forespørselen avviker fra {what}'],
  [
    'neither groups nor users show who is in which group: what was sent cannot be confirmed',
    'verken grupper eller brukere viser hvem som er i hvilken gruppe: det som ble sendt, kan ikke bekreftes',
  ],
  [
    'a filter on userName found others than the one who has the name',
    'et filter på userName fant andre enn den som har navnet',
  ],
  [
    'reading by id shows the account, a filter on userName does not find it',
    'kontoen vises når den leses med id, men et filter på userName finner den ikke',
  ],
  ...['userName', 'displayName'].map(
    (name): Phrase => [
      `a create says that the name is taken, a filter on ${name} does not find who has it`,
      `en opprettelse sier at navnet er i bruk, men et filter på ${name} finner ikke den som har det`,
    ],
  ),
]

/** Requirements that are our own; those of the RFCs are shown as they are paraphrased. */
const requirements: readonly Phrase[] = [
  [
    "After a synchronisation whose requests keep to the RFCs, the endpoint holds what the identity provider's directory holds.",
    'Etter en synkronisering der forespørslene følger RFC-ene, inneholder endepunktet det samme som katalogen til identitetsleverandøren.',
  ],
  [
    'After a synchronisation in which the identity provider strays from the RFCs in its known ways, the endpoint still holds what the directory holds.',
    'Etter en synkronisering der identitetsleverandøren avviker fra RFC-ene på sine kjente måter, inneholder endepunktet likevel det samme som katalogen.',
  ],
  [
    'Each request of a rehearsal that keeps to the RFCs is answered in a way that lets the identity provider go on.',
    'Hver forespørsel i en generalprøve som følger RFC-ene, får et svar som lar identitetsleverandøren gå videre.',
  ],
  [
    'A request about one resource is answered while an identity provider waits for it, however many members a group or users a target has.',
    'En forespørsel om én ressurs besvares mens identitetsleverandøren venter på svaret, uansett hvor mange medlemmer en gruppe eller brukere et målsystem har.',
  ],
  [
    'A request that is refused for its size is answered 413, or with a detail that names the limit, so that the client can send it in parts.',
    'En forespørsel som avvises fordi den er for stor, får svaret 413 eller en detail som oppgir grensen, slik at klienten kan sende den i deler.',
  ],
  [
    'A new resource that satisfies the published schemas is accepted; whatever else the server demands is written down where clients can read it.',
    'En ny ressurs som oppfyller de publiserte skjemaene, godtas; alt annet tjenesten krever, står skrevet der klienter kan lese det.',
  ],
]

/** In the order in which they are tried: what is more particular stands before what would take it in. */
export const phrases: readonly Phrase[] = [
  ...reasons,
  ...discovered,
  ...claims,
  ...records,
  ...readSide,
  ...tokenLost,
  ...expected,
  ...notes,
  ...events,
  ...requirements,
  ...doing,
  ...work,
]
