import type { Severity } from '#requirements'
import { phrases } from './phrases-nb.ts'
import type { Outcome } from './verdict.ts'
import type { Messages } from './wording-en.ts'
import { gateNb } from './wording-gate.ts'

const numbers = new Intl.NumberFormat('nb-NO')
const number = (n: number) => numbers.format(n)
const count = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`

const reason: Readonly<Record<Outcome, (why: string) => string>> = {
  error: (why) => `Feilen ligger i verktøyet: ${why}`,
  fail: (why) => why,
  blocked: (why) => `Lot seg ikke prøve: ${why}`,
  warn: (why) => why,
  pass: (why) => why,
  'not-applicable': (why) => `Ikke relevant: ${why}`,
}

const judged: Readonly<Record<Severity, string>> = {
  fail: 'regnes likevel som brudd, fordi en streng kjøring følger ordlyden',
  warn: 'gir en advarsel, fordi andre rimelige tolkninger ikke tillater det',
  note: 'nevnes bare, fordi teksten lar det stå åpent',
}

const confidence: Readonly<Record<string, string>> = {
  documented: 'dokumentert',
  observed: 'observert',
  inferred: 'antatt',
  unknown: 'ukjent',
}

const several: Readonly<Record<string, string>> = {
  documented: 'dokumenterte',
  observed: 'observerte',
  inferred: 'antatte',
  unknown: 'ukjente',
}

/** Bokmål. Words of SCIM stay as the RFCs spell them. */
export const nb: Messages = {
  lang: 'nb',
  locale: 'nb-NO',
  number,
  phrases,
  outcome: {
    error: 'verktøyfeil',
    fail: 'ikke bestått',
    blocked: 'ikke prøvd',
    warn: 'advarsel',
    pass: 'bestått',
    'not-applicable': 'ikke relevant',
  },
  counted: {
    error: (n) => `${number(n)} verktøyfeil`,
    fail: (n) => `${number(n)} ikke bestått`,
    blocked: (n) => `${number(n)} ikke prøvd`,
    warn: (n) => count(n, 'advarsel', 'advarsler'),
    pass: (n) => `${number(n)} bestått`,
    'not-applicable': (n) => `${number(n)} ikke relevant`,
  },
  outcomeMeans: {
    error: 'Feilen ligger i testverktøyet, ikke i målsystemet.',
    fail: 'Et MUST-krav eller en fastsatt oppførsel ble ikke fulgt.',
    blocked: 'Lot seg ikke prøve.',
    warn: 'Et SHOULD-krav ble ikke fulgt, eller svaret er tillatt bare etter én av flere tolkninger.',
    pass: 'Alt som ble kontrollert, stemte.',
    'not-applicable': 'Målsystemet tilbyr det ikke, og ingen krever det.',
  },
  reason,
  kind: { check: 'sjekk', rule: 'regel', play: 'generalprøve' },
  cost: {
    'access not revoked': 'tilgang er ikke trukket tilbake',
    'data lost': 'data er gått tapt',
    'wrong access': 'feil tilgang',
    'provisioning blocked': 'provisjoneringen har stoppet',
    cosmetic: 'kosmetisk',
  },
  costMeans: {
    'access not revoked': 'Noen beholder en tilgang som katalogen har tatt fra dem.',
    'data lost': 'Noe som står i katalogen, mangler eller er feil i målsystemet.',
    'wrong access': 'Noen har en tilgang som katalogen ikke gir dem.',
    'provisioning blocked':
      'Identitetsleverandøren kommer ikke videre: senere endringer når ikke fram til målsystemet.',
    cosmetic: 'Ser annerledes ut, men ingen får eller mister tilgang.',
  },
  confidence,
  evidence: (n, known) => `${number(n)} ${(n === 1 ? confidence : several)[known] ?? known}`,
  level: {
    defined: 'fastsatt oppførsel',
    rehearsal: 'IdP-generalprøve',
    practice: 'god praksis',
    required: (profile) => `krav i profilen ${profile}`,
    recommended: (profile) => `anbefalt i profilen ${profile}`,
    raised: 'profilen regner det som brudd',
    lowered: 'regnes som advarsel',
    noted: 'nevnes bare',
  },
  contract: {
    learnt: (resource, hint, said) =>
      `En ny ${resource} ble avvist (${said}). Den godtas med ${hint}, som alle sjekker nå sender; legg det inn i konfigurasjonen under create.${resource}.`,
    unknown: (resource, said) =>
      `En ny ${resource} ble avvist (${said}), og ingenting av det som ble prøvd, hjalp: oppgi i konfigurasjonen under create.${resource} hva som trengs.`,
    silent: 'uten begrunnelse',
  },
  finding: {
    expected: 'forventet',
    got: 'mottatt',
    or: 'eller',
    present: 'til stede',
    absentWanted: 'ikke til stede',
    noBody: 'ingen body',
    noJson: 'ikke JSON i body',
    noNamed: (what) => `ingen ${what}`,
    noHeader: (name) => `ingen header ${name}`,
    noAnswer: 'ikke noe svar',
    nothing: 'ingenting',
    nothingAt: (pointer) => `ingenting på ${pointer}`,
    status: (value) => `status ${value}`,
    header: (name, value) => `header ${name}: ${value}`,
    at: (pointer, value) => `${pointer} ${value}`,
    named: (what, value) => `${what}: ${value}`,
    body: (value) => `body ${value}`,
    cutAt: (length) => `… (${number(length)} tegn)`,
    more: (n) => count(n, 'funn til av samme slag', 'funn til av samme slag'),
    allowed: (reading, severity) => `tillatt etter tolkningen ${reading}; ${judged[severity]}`,
  },
  obstacle: {
    refused: (base) => ({
      found: `Ingenting lytter på ${base}: tilkoblingen ble avvist.`,
      todo: 'Start tjenesten, eller rett vertsnavn og port i adressen.',
    }),
    unreachable: (base, failure) => ({
      found: `Verten i ${base} kan ikke nås: ${failure}.`,
      todo: 'Kontroller vertsnavn, DNS, VPN og proxy (HTTPS_PROXY) på denne maskinen.',
    }),
    tls: (base, failure) => ({
      found: `Fikk ikke TLS-forbindelse til ${base}: ${failure}.`,
      todo: 'Kontroller sertifikatet; en privat sertifikatutsteder angis med --ca, og et klientsertifikat under tls i konfigurasjonen.',
    }),
    proxy: (base, failure) => ({
      found: `Proxyen slipper ingenting gjennom til ${base}: ${failure}.`,
      todo: 'Kontroller adressen og påloggingen (proxy i konfigurasjonen, HTTPS_PROXY), eller gå utenom den med NO_PROXY.',
    }),
    timeout: (base) => ({
      found: `${base} tok imot tilkoblingen, men svarte ikke i tide.`,
      todo: 'Kontroller at tjenesten kjører, og at ingen brannmur stopper svaret, eller øk tidsgrensen.',
    }),
    reset: (base, failure) => ({
      found: `${base} brøt forbindelsen uten å svare: ${failure}.`,
      todo: 'Se i loggen til tjenesten; kontroller om den forventer https i stedet for http, eller et klientsertifikat.',
    }),
    tooLarge: (base, failure) => ({
      found: `Svaret fra ${base} er større enn det som leses: ${failure}.`,
      todo: 'Kontroller at adressen tilhører en SCIM-tjeneste.',
    }),
    noAnswer: (base, failure) => ({
      found: `Fikk ikke noe brukbart svar fra ${base}: ${failure}.`,
      todo: 'Prøv den samme forespørselen med curl, og se i loggen til tjenesten.',
    }),
    unauthenticated: (url, status) => ({
      found: `Målsystemet godtok ikke påloggingen: GET ${url} ga ${status}.`,
      todo: 'Kontroller at tokenet er satt, ikke er utløpt og hører til dette miljøet.',
    }),
    forbidden: (url, status) => ({
      found: `Målsystemet kjenner klienten, men gir den ikke tilgang: GET ${url} ga ${status}.`,
      todo: 'Gi klienten rett til å lese og skrive brukere og grupper (scope eller rolle).',
    }),
    notScim: (url, status, type) => ({
      found: `Ikke en SCIM-tjeneste: GET ${url} ga ${status} med ${type} i stedet for JSON.`,
      todo: 'Rett basisadressen: det er den som står foran /Users, ofte slutter den på /scim/v2.',
    }),
    html: (url, status) => ({
      found: `En nettside, ikke en SCIM-tjeneste: GET ${url} ga ${status} med HTML.`,
      todo: 'Rett basisadressen (ofte slutter den på /scim/v2), og kontroller at det ikke ligger en påloggingsside eller proxy foran.',
    }),
    nothingThere: (url, status) => ({
      found: `Ingenting å finne her: GET ${url} ga ${status}, og det samme gjorde alle de tre discovery-endepunktene.`,
      todo: 'Rett basisadressen; hvis tjenesten ikke har /Users, må ressurstypene beskrives i konfigurasjonen.',
    }),
  },
  run: {
    conforms: (profile) => `Oppfyller profilen ${profile}`,
    conformsOnly: (profile) => `Det som ble valgt ut, oppfyller profilen ${profile}`,
    fails: (profile) => `Oppfyller ikke profilen ${profile}`,
    clientConforms: (profile) => `Det klienten sendte, oppfyller profilen ${profile}`,
    clientFails: (profile) => `Det klienten sendte, oppfyller ikke profilen ${profile}`,
    error: 'Ingen vurdering: feilen ligger i verktøyet',
    faults: (n) =>
      `feilen ligger i verktøyet for ${count(n, 'punkt', 'punkter')}: ${n === 1 ? 'det er ikke vurdert' : 'de er ikke vurdert'}`,
    interrupted: 'Ikke fullført: kjøringen ble avbrutt',
    nothing: 'Ingen vurdering: ingenting ble prøvd',
    causes: 'Felles årsaker',
    strict: 'streng: advarsler teller som brudd',
    only: (ids) => `bare ${ids}`,
    waived: (what) => `unntatt: ${what}`,
    override: (why) => `produksjonssperren er overstyrt for ${why}`,
    requests: (n) => count(n, 'forespørsel', 'forespørsler'),
    left: (n) => `${count(n, 'objekt', 'objekter')} kunne ikke fjernes fra målsystemet`,
    beside: (n, example) =>
      `${count(n, 'forespørsel', 'forespørsler')} utenom basisadressen, for eksempel ${example}: besvart med 404, ikke vurdert`,
    clean: 'scim-test clean prøver en gang til',
    seed: (seed) => `startverdi ${seed}`,
    reports: 'rapporter',
  },
  line: {
    breaks: 'rammer',
    again: 'gjenta',
    cost: 'følge',
    first: 'første forespørsel',
    note: 'merk',
    reading: 'tolkning',
    noAnswerYet: 'ikke noe svar',
    compared: (n) => `katalog og målsystem ble sammenlignet ${count(n, 'gang', 'ganger')}`,
    placeholders: 'Erstatt hver [identity-number-…] og [secret] med en egen verdi.',
  },
  page: {
    title: 'SCIM-testrapport',
    target: 'Målsystem',
    embedded: 'innebygd referanseendepunkt',
    profile: 'Profil',
    started: 'Startet',
    took: 'Varighet',
    seed: 'Startverdi',
    run: 'Kjøring',
    mode: 'Vurdering',
    tolerant: 'vanlig (ingen rimelig tolkning gir brudd)',
    described: 'Beskrevet av',
    describedBy: {
      target: 'målsystemet selv',
      configuration: 'konfigurasjonen',
      'built-in': 'de innebygde skjemaene (målsystemet har ikke noe brukbart /ResourceTypes)',
    },
    offers: 'Dette tilbyr målsystemet',
    offered: 'tilbys',
    notOffered: 'tilbys ikke',
    odd: 'Uregelmessigheter i discovery-svarene',
    notes: 'Uavklart i dokumentene bak profilen',
    notesMean: 'Bare til orientering: ingen vurdering avhenger av det.',
    filter: 'Filter',
    outcomes: 'Utfall',
    topic: 'Emne',
    allTopics: 'alle emner',
    search: 'Tekst',
    searchHint: 'id, tittel, RFC-avsnitt, sti …',
    shown: 'vises',
    none: 'Ingenting passer med filteret.',
    request: 'Forespørsel',
    response: 'Svar',
    noBody: 'ingen body',
    cut: 'avkortet',
    moment: (day, time) => `${day} kl. ${time} UTC`,
    moreLines: (n) => `${count(n, 'linje', 'linjer')} til i report.json eller run.ndjson`,
    reproduce: 'Gjenta',
    only: 'bare denne sjekken',
    onlySession: 'en økt til av samme slag',
    onPaper:
      'Innholdet i forespørsler og svar er utelatt på papir: det står i filen dette er skrevet ut fra, og i run.ndjson.',
    curl: 'bare denne forespørselen',
    copy: 'Kopier',
    copied: 'Kopiert',
    timeline: 'Tidslinje',
    diverged: 'her oppstår avviket',
    claims: (n) => count(n, 'kontroll', 'kontroller'),
    left: 'Ble liggende igjen i målsystemet',
    skip: 'Gå til resultatene',
    rows: 'Dette krever profilen',
    rowsMean: 'slik resultatene viser',
    rowOutcome: { 'not-run': 'ikke med i denne kjøringen', 'not-judged': 'kan ikke ses av noen test' },
    unknownRequirement: 'Kravteksten er ikke med i rapporten.',
    about:
      'Laget fra kjøringsloggen; hemmeligheter og fødselsnummer ble erstattet før noe ble skrevet til disk.',
  },
  gate: gateNb,
  play: {
    caption:
      'Ovenfra og ned: hva som skjer i organisasjonen, hva identitetsleverandøren sender på grunn av det, og hva endepunktet svarer.',
    directory: 'Katalog',
    provider: 'Identitetsleverandør',
    endpoint: 'Endepunkt',
    answer: 'svarte',
    sync: (n) => `Synkronisering ${n}`,
    equal: 'ingen nye forskjeller',
    notCompared: 'ingenting kunne sammenlignes',
    differences: (n) => count(n, 'forskjell', 'forskjeller'),
    readings: (n) => `lest tilbake ${n === 1 ? 'én gang' : `${number(n)} ganger`}`,
    gap: (n) => `${count(n, 'forespørsel', 'forespørsler')} til i run.ndjson`,
    omitted: (n) => `${count(n, 'hendelse eller problem', 'hendelser og problemer')} til i run.ndjson`,
    habits: (n) =>
      `${count(n, 'særtrekk', 'særtrekk')} som formet disse forespørslene, og hva kunnskapen bygger på`,
    membership: 'Hvem som er i hvilken gruppe etter hver synkronisering',
    person: 'Person',
    others: 'andre',
    sameHabits: 'samme særtrekk',
    legend: (counts) => `Særtrekk som formet disse forespørslene (${counts})`,
    ended: {
      different: (differences, sent) =>
        `${count(differences, 'forskjell', 'forskjeller')} mellom katalog og målsystem (${sent})`,
      notCompared: (sent) => `ingenting ble sammenlignet (${sent})`,
      equal: (compared, sent) =>
        `ingen nye forskjeller${compared ? ` i ${count(compared, 'sammenligning', 'sammenligninger')}` : ''} (${sent})`,
    },
    standing: {
      lacks: 'mangler i målsystemet',
      extra: 'er fortsatt, eller feilaktig, i målsystemet',
      unread: 'står i katalogen; målsystemet kunne ikke leses',
    },
  },
}
