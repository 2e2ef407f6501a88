import type { Outcome } from '#harness'
import type { Decision, EndsBefore, Limit, NegativeId, NotTestedKind, Role } from './record.ts'

export type PageLanguage = 'en' | 'nb'

/** Everything that the printed page says. Requirements of the RFCs stay as the harness words them, in English. */
export interface PageTexts {
  readonly lang: PageLanguage
  readonly title: string
  readonly draft: string
  readonly unsigned: string
  readonly own: (vendor: string) => string
  readonly twoConditions: string
  readonly partial: (reason: string) => string
  readonly superseding: (recordId: string) => string
  readonly result: { readonly PASSED: string; readonly WARNED: string; readonly FAILED: string }
  readonly resultMeans: { readonly PASSED: string; readonly WARNED: string; readonly FAILED: string }
  readonly section: {
    readonly parties: string
    readonly tested: string
    readonly results: string
    readonly deviations: string
    readonly negative: string
    readonly testData: string
    readonly prerequisites: string
    readonly notTested: string
    readonly contacts: string
    readonly signing: string
    readonly integrity: string
    readonly items: string
  }
  readonly field: Readonly<
    Record<
      | 'vendor'
      | 'customer'
      | 'orgNumber'
      | 'system'
      | 'component'
      | 'role'
      | 'environment'
      | 'address'
      | 'profile'
      | 'harness'
      | 'run'
      | 'period'
      | 'requests'
      | 'seed'
      | 'account'
      | 'agreement'
      | 'expires'
      | 'requirement'
      | 'result'
      | 'tests'
      | 'decision'
      | 'owner'
      | 'due'
      | 'scenario'
      | 'basis'
      | 'condition'
      | 'answer'
      | 'remark'
      | 'reason'
      | 'name'
      | 'title'
      | 'email'
      | 'place'
      | 'signature'
      | 'record'
      | 'contentHash'
      | 'key'
      | 'outcome',
      string
    >
  >
  readonly notFilled: string
  readonly role: Readonly<Record<Role, string>>
  readonly hostClass: Readonly<Record<'loopback' | 'test' | 'unknown' | 'production', string>>
  readonly strict: string
  readonly limit: Readonly<Record<Limit, string>>
  readonly outcome: Readonly<Record<Outcome, string>>
  readonly itemResult: { readonly pass: string; readonly warn: string; readonly fail: string }
  readonly noDeviations: string
  readonly severity: { readonly fail: string; readonly warn: string; readonly blocked: string }
  readonly decision: Readonly<Record<Decision, string>>
  readonly undecided: string
  readonly negative: Readonly<Record<NegativeId, string>>
  readonly negativeResult: {
    readonly passed: string
    readonly failed: string
    readonly 'not-tested': string
  }
  readonly basis: {
    readonly run: (tests: number) => string
    readonly declared: string
    readonly none: string
  }
  readonly synthetic: string
  readonly otherNumbers: (count: number) => string
  readonly created: (count: number) => string
  readonly scanned: (numbers: number) => string
  readonly left: (count: number) => string
  readonly answer: { readonly yes: string; readonly no: string; readonly 'not-relevant': string }
  readonly noPrerequisites: string
  readonly notTestedKind: Readonly<Record<NotTestedKind, string>>
  readonly allTested: string
  readonly endsBefore: (what: readonly EndsBefore[]) => string
  readonly declaration: (organisation: string) => string
  readonly forVendor: string
  readonly forCustomer: string
  readonly signedBy: (name: string, title: string, when: string) => string
  readonly notQualified: string
  readonly howToVerify: string
  readonly itemsNote: string
  readonly requirementsInEnglish: string
}

const en: PageTexts = {
  lang: 'en',
  title: 'Statement of testing in a test environment',
  draft: 'Draft. Something is still open; this page cannot be signed.',
  unsigned: 'Not yet signed electronically.',
  own: (vendor) =>
    `This is ${vendor}’s own statement about a test that it has carried out itself. Nobody else has examined or confirmed what it says.`,
  twoConditions:
    'It concerns a test environment and gives no access to production by itself: it is one of two conditions. The other is the agreement on use with whoever provides the service.',
  partial: (reason) => `This is not a test of the whole profile. Reason given: ${reason}`,
  superseding: (recordId) => `Takes the place of record ${recordId}.`,
  result: {
    PASSED: 'All that was tested holds',
    WARNED: 'Holds, with remarks',
    FAILED: 'Deviations exist',
  },
  resultMeans: {
    PASSED: 'No test of the profile failed, gave a warning or could not be tried.',
    WARNED: 'No test failed, but there are warnings, or less than the whole profile was tested.',
    FAILED:
      'At least one test failed or could not be tried. The deviations below say what is done about each.',
  },
  section: {
    parties: 'Who and what',
    tested: 'What was run',
    results: 'Results',
    deviations: 'Known deviations',
    negative: 'What must not succeed',
    testData: 'Test data',
    prerequisites: 'Besides the tests',
    notTested: 'Not tested',
    contacts: 'Contacts',
    signing: 'Signature',
    integrity: 'How this page belongs to the signed file',
    items: 'Annex: every requirement that was tested',
  },
  field: {
    vendor: 'Vendor',
    customer: 'On behalf of',
    orgNumber: 'Organisation number',
    system: 'System',
    component: 'Component',
    role: 'Role',
    environment: 'Environment',
    address: 'Address',
    profile: 'Profile',
    harness: 'Tested with',
    run: 'Run',
    period: 'From and to',
    requests: 'Requests',
    seed: 'Seed',
    account: 'Run by the account',
    agreement: 'Agreement',
    expires: 'Valid until',
    requirement: 'Requirement',
    result: 'Result',
    tests: 'Tests',
    decision: 'Decision',
    owner: 'Owner',
    due: 'Due',
    scenario: 'Situation',
    basis: 'Known from',
    condition: 'Condition',
    answer: 'Answer',
    remark: 'Remark',
    reason: 'Reason',
    name: 'Name',
    title: 'Title',
    email: 'E-mail',
    place: 'Place and date',
    signature: 'Signature',
    record: 'Record',
    contentHash: 'Hash of the content (SHA-256)',
    key: 'Key (SHA-256)',
    outcome: 'Outcome',
  },
  notFilled: 'not filled in',
  role: {
    'scim-client': 'SCIM client (sends users and groups)',
    'scim-endpoint': 'SCIM endpoint (receives users and groups)',
    'sync-consumer': 'consumer of a synchronisation feed',
  },
  hostClass: {
    loopback: 'the machine of whoever tested (loopback)',
    test: 'test, by its host name',
    unknown: 'test, as the vendor says; the host name does not tell',
    production: 'production',
  },
  strict: 'ambiguous texts judged to the letter',
  limit: {
    only: 'a selection of tests (--only)',
    shard: 'one part of several',
    waived: 'rules of the profile waived',
    interrupted: 'interrupted',
    unselected: 'tests of the profile are missing',
    error: 'some tests ended by a fault of the harness',
  },
  outcome: {
    pass: 'passed',
    warn: 'passed with a warning',
    fail: 'failed',
    blocked: 'could not be tried',
    error: 'fault of the harness',
    'not-applicable': 'does not apply',
  },
  itemResult: { pass: 'holds', warn: 'warning', fail: 'does not hold' },
  noDeviations: 'No test failed, gave a warning or could not be tried.',
  severity: { fail: 'Does not hold', warn: 'Warning', blocked: 'Could not be tried' },
  decision: { 'fix-before-production': 'Put right before production', accept: 'Kept as it is' },
  undecided: 'No decision',
  negative: {
    'invalid-token': 'A token that nobody issued',
    'missing-token': 'No token at all',
    'missing-access': 'A valid token without the right that is needed',
    'wrong-customer': 'The token of another customer or source',
    'unavailable-api': 'The interface is down, slow or overloaded',
    'rejected-request': 'A request for access that was turned down',
    'expired-request': 'A request for access that ran out',
  },
  negativeResult: { passed: 'handled', failed: 'not handled', 'not-tested': 'not tested' },
  basis: {
    run: (tests) => (tests === 1 ? 'the runs (1 test)' : `the runs (${tests} tests)`),
    declared: 'what the vendor says',
    none: '–',
  },
  synthetic:
    'Only synthetic persons were used. Their identity numbers are of the Tenor series (month + 80), which no real person can have.',
  otherNumbers: (count) =>
    `${count === 1 ? 'One identity number' : `${count} identity numbers`} of a series in which real people may be ${count === 1 ? 'was' : 'were'} met. The vendor explains it as follows.`,
  created: (count) => `Users created by the runs: ${count}.`,
  scanned: (numbers) =>
    `Every request and answer was scanned for identity numbers (different ones found: ${numbers}); each was replaced before anything was written. None stands in the records or in this statement.`,
  left: (count) => `Objects that could not be removed from the environment afterwards: ${count}.`,
  answer: { yes: 'Yes', no: 'No', 'not-relevant': 'Not relevant' },
  noPrerequisites: 'The profile names none.',
  notTestedKind: {
    blocked: 'Could not be tried',
    error: 'Fault of the harness',
    'not-applicable': 'Does not apply to this system',
    waived: 'Waived by the profile',
    unselected: 'Left out of the runs',
    'no-check': 'The harness has no test for it',
  },
  allTested: 'Everything that the profile asks was tested.',
  endsBefore: (what) => {
    const words: Record<EndsBefore, string> = {
      'profile-major': 'a new main version of the profile',
      'system-major': 'a new main version of the system',
      credentials: 'a new token or client',
      environment: 'a new environment',
    }
    return `Ends before that with ${what.map((one) => words[one]).join(', ')}.`
  },
  declaration: (organisation) =>
    `I am authorised to sign for ${organisation}. To the best of my knowledge this statement is true: it says what was tested, what was not, and which deviations are known.`,
  forVendor: 'For the vendor',
  forCustomer: 'For the customer',
  signedBy: (name, title, when) => `Signed electronically by ${name}, ${title}, ${when}.`,
  notQualified:
    'The electronic signature protects the file against changes. It is not a qualified electronic signature and does not prove who signed; the signature by hand belongs to it.',
  howToVerify:
    'scim-test signoff verify FILE --key PUBLIC-KEY shows, without a network, whether the file is as it was signed. The hash of the content there must be the one printed here.',
  itemsNote:
    'The evidence is the beginning of a hash over the tests and their exchanges; the file has all of it.',
  requirementsInEnglish: '',
}

const nb: PageTexts = {
  lang: 'nb',
  title: 'Erklæring om test i testmiljø',
  draft: 'Utkast. Noe gjenstår; denne siden kan ikke signeres.',
  unsigned: 'Ennå ikke signert elektronisk.',
  own: (vendor) =>
    `Dette er egenerklæringen til ${vendor} om en test som virksomheten selv har gjennomført. Ingen andre har kontrollert eller bekreftet innholdet.`,
  twoConditions:
    'Erklæringen gjelder et testmiljø og gir ikke i seg selv tilgang til produksjon: Den er ett av to vilkår. Det andre er avtalen om bruk med den som tilbyr tjenesten.',
  partial: (reason) => `Dette er ikke en test av hele profilen. Oppgitt grunn: ${reason}`,
  superseding: (recordId) => `Erstatter erklæring ${recordId}.`,
  result: {
    PASSED: 'Alt som er testet, er i orden',
    WARNED: 'I orden, med merknader',
    FAILED: 'Det finnes avvik',
  },
  resultMeans: {
    PASSED: 'Ingen test i profilen ga brudd eller advarsel, og alle lot seg prøve.',
    WARNED: 'Ingen test ga brudd, men det finnes advarsler, eller bare en del av profilen er testet.',
    FAILED: 'Minst én test ga brudd eller lot seg ikke prøve. Nedenfor står hva som gjøres med hvert avvik.',
  },
  section: {
    parties: 'Hvem og hva',
    tested: 'Hva som er kjørt',
    results: 'Resultater',
    deviations: 'Kjente avvik',
    negative: 'Det som ikke skal lykkes',
    testData: 'Testdata',
    prerequisites: 'Utenom testene',
    notTested: 'Ikke testet',
    contacts: 'Kontaktpersoner',
    signing: 'Underskrift',
    integrity: 'Slik hører siden sammen med den signerte filen',
    items: 'Vedlegg: alle krav som er testet',
  },
  field: {
    vendor: 'Leverandør',
    customer: 'På vegne av',
    orgNumber: 'Organisasjonsnummer',
    system: 'System',
    component: 'Komponent',
    role: 'Rolle',
    environment: 'Miljø',
    address: 'Adresse',
    profile: 'Profil',
    harness: 'Testet med',
    run: 'Kjøring',
    period: 'Fra og til',
    requests: 'Forespørsler',
    seed: 'Startverdi',
    account: 'Kjørt av kontoen',
    agreement: 'Avtale',
    expires: 'Gyldig til',
    requirement: 'Krav',
    result: 'Resultat',
    tests: 'Tester',
    decision: 'Beslutning',
    owner: 'Ansvarlig',
    due: 'Frist',
    scenario: 'Situasjon',
    basis: 'Kjent fra',
    condition: 'Vilkår',
    answer: 'Svar',
    remark: 'Merknad',
    reason: 'Grunn',
    name: 'Navn',
    title: 'Tittel',
    email: 'E-post',
    place: 'Sted og dato',
    signature: 'Underskrift',
    record: 'Erklæring',
    contentHash: 'Innholdets hash (SHA-256)',
    key: 'Nøkkel (SHA-256)',
    outcome: 'Utfall',
  },
  notFilled: 'ikke fylt ut',
  role: {
    'scim-client': 'SCIM-klient (sender brukere og grupper)',
    'scim-endpoint': 'SCIM-endepunkt (mottar brukere og grupper)',
    'sync-consumer': 'leser av en synkroniseringsstrøm',
  },
  hostClass: {
    loopback: 'maskinen til den som testet (loopback)',
    test: 'test, etter vertsnavnet',
    unknown: 'test, etter det leverandøren oppgir; vertsnavnet sier ingenting',
    production: 'produksjon',
  },
  strict: 'flertydige tekster bedømt etter ordlyden',
  limit: {
    only: 'et utvalg av testene (--only)',
    shard: 'én del av flere',
    waived: 'regler i profilen er unntatt',
    interrupted: 'avbrutt',
    unselected: 'tester i profilen mangler',
    error: 'noen tester endte med verktøyfeil',
  },
  outcome: {
    pass: 'bestått',
    warn: 'bestått med advarsel',
    fail: 'ikke bestått',
    blocked: 'ikke prøvd',
    error: 'verktøyfeil',
    'not-applicable': 'ikke relevant',
  },
  itemResult: { pass: 'oppfylt', warn: 'advarsel', fail: 'ikke oppfylt' },
  noDeviations: 'Ingen test ga brudd eller advarsel, og alle lot seg prøve.',
  severity: { fail: 'Ikke oppfylt', warn: 'Advarsel', blocked: 'Lot seg ikke prøve' },
  decision: { 'fix-before-production': 'Rettes før produksjon', accept: 'Beholdes som det er' },
  undecided: 'Ingen beslutning',
  negative: {
    'invalid-token': 'Et token som ingen har utstedt',
    'missing-token': 'Ikke noe token',
    'missing-access': 'Et gyldig token uten rettigheten som trengs',
    'wrong-customer': 'Tokenet til en annen kunde eller kilde',
    'unavailable-api': 'Grensesnittet er nede, tregt eller overbelastet',
    'rejected-request': 'En forespørsel om tilgang som ble avslått',
    'expired-request': 'En forespørsel om tilgang som løp ut',
  },
  negativeResult: { passed: 'håndtert', failed: 'ikke håndtert', 'not-tested': 'ikke testet' },
  basis: {
    run: (tests) => (tests === 1 ? 'kjøringene (1 test)' : `kjøringene (${tests} tester)`),
    declared: 'det leverandøren oppgir',
    none: '–',
  },
  synthetic:
    'Bare syntetiske personer er brukt. Fødselsnumrene deres er av Tenor-serien (måned + 80), som ingen virkelig person kan ha.',
  otherNumbers: (count) =>
    `${count === 1 ? 'Ett fødselsnummer' : `${count} fødselsnumre`} av en serie som virkelige personer kan være i, ble påtruffet. Leverandøren forklarer det slik.`,
  created: (count) => `Brukere opprettet av kjøringene: ${count}.`,
  scanned: (numbers) =>
    `Alle forespørsler og svar er gjennomsøkt etter fødselsnumre (antall ulike funnet: ${numbers}); hvert av dem ble byttet ut før noe ble skrevet. Ingen av dem står i kjøringsloggene eller i denne erklæringen.`,
  left: (count) => `Objekter som ikke lot seg fjerne fra miljøet etterpå: ${count}.`,
  answer: { yes: 'Ja', no: 'Nei', 'not-relevant': 'Ikke aktuelt' },
  noPrerequisites: 'Profilen nevner ingen.',
  notTestedKind: {
    blocked: 'Lot seg ikke prøve',
    error: 'Verktøyfeil',
    'not-applicable': 'Gjelder ikke dette systemet',
    waived: 'Unntatt av profilen',
    unselected: 'Utelatt fra kjøringene',
    'no-check': 'Testverktøyet har ingen test for det',
  },
  allTested: 'Alt som profilen krever, er testet.',
  endsBefore: (what) => {
    const words: Record<EndsBefore, string> = {
      'profile-major': 'ny hovedversjon av profilen',
      'system-major': 'ny hovedversjon av systemet',
      credentials: 'nytt token eller ny klient',
      environment: 'nytt miljø',
    }
    return `Opphører før dette ved ${what.map((one) => words[one]).join(', ')}.`
  },
  declaration: (organisation) =>
    `Jeg har fullmakt til å signere for ${organisation}. Så vidt jeg vet, er erklæringen sann: Den sier hva som er testet, hva som ikke er testet, og hvilke avvik som er kjent.`,
  forVendor: 'For leverandøren',
  forCustomer: 'For kunden',
  signedBy: (name, title, when) => `Signert elektronisk av ${name}, ${title}, ${when}.`,
  notQualified:
    'Den elektroniske signaturen beskytter filen mot endringer. Den er ikke en kvalifisert elektronisk signatur og beviser ikke hvem som signerte; underskriften for hånd hører til.',
  howToVerify:
    'scim-test signoff verify FIL --key OFFENTLIG-NØKKEL viser, uten nett, om filen er slik den ble signert. Innholdets hash der skal være den som er trykt her.',
  itemsNote: 'Beviset er begynnelsen på en hash over testene og utvekslingene deres; hele står i filen.',
  requirementsInEnglish:
    'Krav fra RFC-ene står på engelsk, språket de er skrevet på, slik testverktøyet gjengir dem. Krav som bare profilen stiller, står på bokmål der den har dem på bokmål.',
}

export const pageTexts: Readonly<Record<PageLanguage, PageTexts>> = { en, nb }
