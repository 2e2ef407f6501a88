import type { OpenKind, SignerFault, VerifyFault } from '#reports/signoff'
import { inBothLanguages } from './language.ts'

const listed = (words: readonly string[]) => words.join(', ')

/** What an open point names: the place it is put right, what it is about, and how it shows in the form. */
interface Open {
  readonly about: string
  readonly field: string
}
type OpenTexts = Readonly<Record<OpenKind, (open: Open) => string>>
type SignerTexts = Readonly<
  Record<SignerFault, (who: { readonly account: string; readonly org: string }) => string>
>
type VerifyTexts = Readonly<Record<VerifyFault, (detail: string) => string>>

const openEn: OpenTexts = {
  missing: ({ field }) => `${field} is empty.`,
  'organisation-number': ({ field, about }) =>
    `${field}: ${about} is no organisation number: nine digits, of which the last follows from the others (modulus 11).`,
  email: ({ field, about }) => `${field} takes an e-mail address${about && `; ${about} is none`}.`,
  day: ({ field, about }) => `${field} takes a day of the calendar, like 2027-01-31; ${about} is none.`,
  decision: ({ about }) =>
    `${about} does not hold or could not be tried, and nobody has decided what becomes of it: fix-before-production or accept.`,
  prerequisite: ({ about }) => `${about} takes an answer: yes, no or not-relevant.`,
  contact: () => 'At least one contact is needed, with name, work e-mail and role.',
  production: ({ about }) =>
    `${about} is a production host. What was tried there cannot be signed for as a test environment: run the tests against the test environment.`,
  override: ({ about }) =>
    `The run against ${about} was allowed although the host looked like production. It cannot be signed for as a test environment.`,
  unconfirmed: ({ about, field }) =>
    `The name of ${about} does not tell whether it is a test environment. If it is one, say so: ${field}: true.`,
  embedded: ({ about }) =>
    `Run ${about} tested the endpoint that comes with scim-test, and no system of yours. Run it with --target.`,
  role: ({ field, about }) =>
    `${field} is ${about}, but no run is about that: \`run\` tests an endpoint, \`serve --record\` a client.`,
  interrupted: ({ about }) =>
    `Run ${about} did not come to its end. Run it again; part of a run is no ground to sign on.`,
  'other-profile': ({ about }) =>
    `The runs have different profiles; one is ${about}. Make one sign-off for each profile.`,
  partial: ({ field, about }) =>
    `This is less than the whole profile (${about || 'some tests are missing'}). Run all of it, or say why not in ${field}: the statement then says on its first page that it is a part.`,
  'nothing-tested': () => 'No test passed or failed: there is nothing to sign for.',
  'numbers-in-clear': ({ about }) =>
    `${about === '1' ? 'An identity number stands' : `${about} identity numbers stand`} in the record of a run as they are. Find out how they came there, remove the record and run again.`,
  'other-numbers': ({ about, field }) =>
    `${about === '1' ? 'One identity number was' : `${about} identity numbers were`} met that a real person could have. If no real person was concerned, explain it in ${field}; otherwise stop, and use synthetic persons only.`,
  expired: ({ about }) => `The runs are too old: a record of them would have been valid until ${about}.`,
}

const openNb: OpenTexts = {
  missing: ({ field }) => `${field} er tomt.`,
  'organisation-number': ({ field, about }) =>
    `${field}: ${about} er ikke et organisasjonsnummer: ni sifre, der det siste følger av de andre (modulus 11).`,
  email: ({ field, about }) => `${field} skal være en e-postadresse${about && `; ${about} er ingen`}.`,
  day: ({ field, about }) => `${field} skal være en dato som finnes, som 2027-01-31; det er ikke ${about}.`,
  decision: ({ about }) =>
    `${about} holder ikke eller lot seg ikke prøve, og ingen har bestemt hva som skjer med det: fix-before-production eller accept.`,
  prerequisite: ({ about }) => `${about} trenger et svar: yes, no eller not-relevant.`,
  contact: () => 'Det trengs minst én kontaktperson, med navn, e-post på jobb og rolle.',
  production: ({ about }) =>
    `${about} er en produksjonsvert. Det som er prøvd der, kan ikke signeres som testmiljø: kjør testene mot testmiljøet.`,
  override: ({ about }) =>
    `Kjøringen mot ${about} ble tillatt selv om verten så ut som produksjon. Den kan ikke signeres som testmiljø.`,
  unconfirmed: ({ about, field }) =>
    `Navnet ${about} forteller ikke om det er et testmiljø. Er det et testmiljø, så si det: ${field}: true.`,
  embedded: ({ about }) =>
    `Kjøring ${about} testet endepunktet som følger med scim-test, ikke et system hos dere. Kjør med --target.`,
  role: ({ field, about }) =>
    `${field} er ${about}, men ingen kjøring handler om det: \`run\` tester et endepunkt, \`serve --record\` en klient.`,
  interrupted: ({ about }) =>
    `Kjøring ${about} kom ikke til slutten. Kjør den på nytt; en del av en kjøring er ikke grunnlag for å signere.`,
  'other-profile': ({ about }) =>
    `Kjøringene har ulike profiler; en av dem er ${about}. Lag én erklæring for hver profil.`,
  partial: ({ field, about }) =>
    `Dette er mindre enn hele profilen (${about || 'noen tester mangler'}). Kjør alt, eller si hvorfor ikke i ${field}: da sier erklæringen på første side at den gjelder en del.`,
  'nothing-tested': () => 'Ingen test bestod eller feilet: det er ingenting å signere for.',
  'numbers-in-clear': ({ about }) =>
    `${about === '1' ? 'Et fødselsnummer står' : `${about} fødselsnumre står`} i klartekst i opptaket av en kjøring. Finn ut hvordan det havnet der, slett opptaket og kjør på nytt.`,
  'other-numbers': ({ about, field }) =>
    `${about === '1' ? 'Ett fødselsnummer' : `${about} fødselsnumre`} som en virkelig person kan ha, ble påtruffet. Gjelder det ingen virkelig person, så forklar det i ${field}; ellers stopp, og bruk bare syntetiske personer.`,
  expired: ({ about }) => `Kjøringene er for gamle: en erklæring om dem ville ha vært gyldig til ${about}.`,
}

const signerEn: SignerTexts = {
  'no-name': () => 'Name who signs: --name "Given Family".',
  'no-title': () => 'Name the title of who signs: --title "Managing director".',
  'other-organisation': ({ org }) =>
    `Who signs must belong to the vendor of the record, ${org}. A customer signs on the printed page.`,
  'automated-account': ({ account }) =>
    `${account} ran the tests. Who signs must be somebody else: a person who is authorised to sign.`,
}

const signerNb: SignerTexts = {
  'no-name': () => 'Oppgi hvem som signerer: --name "Fornavn Etternavn".',
  'no-title': () => 'Oppgi tittelen til den som signerer: --title "Daglig leder".',
  'other-organisation': ({ org }) =>
    `Den som signerer, må høre til leverandøren i erklæringen, ${org}. En kunde signerer på den utskrevne siden.`,
  'automated-account': ({ account }) =>
    `${account} kjørte testene. Den som signerer, må være en annen: en person med fullmakt til å signere.`,
}

const verifyEn: VerifyTexts = {
  unsigned: () => 'It is a record that nobody has signed yet: scim-test signoff sign.',
  bytes: () =>
    'The file is not as scim-test writes a signed statement: a byte was changed, added or removed, or it is another kind of file.',
  'other-key': (detail) => `The file was signed with another key: sha256 ${detail}.`,
  signature: () => 'The signature does not fit the content: one of them was changed.',
  'not-canonical': () => 'What was signed is not in canonical form (RFC 8785).',
  shape: (detail) => `What was signed is no sign-off of a version that this program knows: ${detail}.`,
  'key-id': () => 'The key that is named is not the one that signed.',
  'content-hash': () => 'The hash of the content is not that of the content.',
  statement: (detail) => `The parts of the statement contradict each other at ${detail}.`,
  rules: (detail) => `The record could not have been signed under the rules: ${detail}.`,
  leak: (detail) => `A secret or an identity number stands at ${detail}.`,
}

const verifyNb: VerifyTexts = {
  unsigned: () => 'Det er en erklæring som ennå ikke er signert: scim-test signoff sign.',
  bytes: () =>
    'Filen er ikke slik scim-test skriver en signert erklæring: en byte er endret, lagt til eller fjernet, eller det er en annen slags fil.',
  'other-key': (detail) => `Filen er signert med en annen nøkkel: sha256 ${detail}.`,
  signature: () => 'Signaturen passer ikke til innholdet: ett av dem er endret.',
  'not-canonical': () => 'Det som er signert, er ikke på kanonisk form (RFC 8785).',
  shape: (detail) =>
    `Det som er signert, er ingen erklæring i en versjon dette programmet kjenner: ${detail}.`,
  'key-id': () => 'Nøkkelen som er oppgitt, er ikke den som signerte.',
  'content-hash': () => 'Innholdets hash er ikke hashen av innholdet.',
  statement: (detail) => `Delene av erklæringen motsier hverandre ved ${detail}.`,
  rules: (detail) => `Erklæringen kunne ikke ha vært signert etter reglene: ${detail}.`,
  leak: (detail) => `En hemmelighet eller et fødselsnummer står ved ${detail}.`,
}

/** What `scim-test signoff` says, and the comments of the form that it writes. */
export const signoff = inBothLanguages({
  en: {
    command: 'Make, sign and verify a statement of what was tested',
    describe: {
      create: 'Make the record and its pages from runs and a form, which is written if need be',
      form: 'Write the form only, or add to it what the runs ask for',
      sign: 'Sign a record with a key',
      verify: 'Show, without a network, whether a signed file is as it was signed',
      renew: 'Make the record that takes the place of a signed one, from new runs',
      key: 'Make a pair of keys to sign with',
      from: 'Folder or run.ndjson of a run (repeatable)  [scim-test-report]',
      profile: 'Folder of their profile, where it is one of your own',
      formFile: 'The form  [signoff.yaml]',
      out: 'Folder for record and pages  [scim-test-signoff]',
      file: 'The record  [scim-test-signoff/signoff.json]',
      signedFile: 'The signed file',
      key_: 'Private key (PEM, Ed25519 or P-256); passphrase in SCIM_TEST_SIGNOFF_PASSPHRASE',
      publicKey: 'Public key of who signed, got by another way than the file',
      run: 'Folder or run.ndjson that the file is said to be about (repeatable)',
      name: 'Name of who signs',
      title: 'Title of who signs',
      org: 'Organisation number of who signs  [that of the vendor]',
      authorised: 'Say that you are authorised to sign for the organisation',
      signedOut: 'The signed file  [signoff.signed.json beside the record]',
      keyOut: 'The private key  [signoff-key.pem]',
    },
    sayWhat: 'Say what to do; `scim-test signoff --help` lists the commands.',
    noRun: (path: string, record: string) =>
      `There is no record of a run at ${path}. \`scim-test run\` writes ${record} to its --out folder.`,
    otherProfile: (wanted: string, found: string) =>
      `The runs have the profile ${wanted}; --profile names ${found}.`,
    notARun: (file: string) => `${file} is not the whole record of a run.`,
    notRead: (file: string, code: string) => `Cannot read ${file} (${code}).`,
    notWritten: (file: string, code: string) => `Cannot write ${file} (${code}).`,
    notYaml: (why: string) => `not valid YAML: ${why}`,
    noMap: 'the form is a map of sections.',
    unknownKey: (key: string, hint: string, known: readonly string[]) =>
      `unknown key "${key}".${hint} Known: ${listed(known)}.`,
    takes: (key: string, wanted: string) => `${key} takes ${wanted}.`,
    kinds: { text: 'a text', list: 'a list', map: 'a map', maps: 'a list of maps' },
    formWritten: (file: string) => `${file} has been written: fill it in.`,
    formGrown: (file: string) => `${file} has been added to: what is new is empty. The rest is as it was.`,
    formAsItWas: (file: string) => `${file} has all that is asked for.`,
    formStale: (ids: readonly string[]) =>
      `No longer needed in the form, and left out of the record: ${listed(ids)}.`,
    systemIdAdvice: (id: string, orgNumber: string) =>
      `The id of the system is ${id}. Where it is also registered for system users, it begins with the vendor's number: ${orgNumber}_name.`,
    leak: (kind: 'secret' | 'identity-number', at: string) =>
      `${kind === 'secret' ? 'What looks like a secret' : 'An identity number'} would stand in the record at ${at}. Nothing was written. Take it out of the form, or out of what the target answers.`,
    openHeading: (count: number) =>
      count === 1
        ? 'One point is open before this can be signed:'
        : `${count} points are open before this can be signed:`,
    open: openEn,
    draft: (file: string) => `Draft in ${file}, with a page in each language. Repeat the command afterwards.`,
    tested: (file: string) => `Nothing is open. Record in ${file}, with a page in each language.`,
    result: (result: string, deviations: number) =>
      `Result ${result}, ${deviations === 1 ? '1 deviation' : `${deviations} deviations`}.`,
    signNext: (file: string) =>
      `Next: read the page, then  scim-test signoff sign ${file} --key KEY.pem --name "…" --title "…" --authorised`,
    declare: (text: string) =>
      `Who signs says: “${text}”\nIf that is true, repeat the command with --authorised.`,
    declaration: (organisation: string) =>
      `I am authorised to sign for ${organisation}. To the best of my knowledge this statement is true.`,
    noRecord: (file: string) =>
      `${file} is no record that \`scim-test signoff create\` has written, or it was changed. Make it again; changes belong in the form.`,
    alreadySigned: (file: string) =>
      `${file} is signed already, and a signed record is final. New runs make a new one: scim-test signoff renew.`,
    isDraft: (file: string) => `${file} is a draft.`,
    signer: signerEn,
    signed: (file: string, keyId: string) =>
      `Signed: ${file}\nKey sha256 ${keyId}\nThe pages beside it carry the signature now: print one and sign it by hand as well.\nThis is the vendor's own statement, and one of two conditions for production. The signature protects the file against changes; it is not a qualified electronic signature.`,
    signedExists: (file: string) => `${file} is there already and was left as it is. Choose another --out.`,
    keyAmongReports: (file: string) =>
      `${file} lies among files that are handed out. Keep private keys elsewhere, where only you can read them.`,
    keyNotOpened: (file: string, variable: string) =>
      `${file} is no private key in PEM form, or it is locked and ${variable} does not hold its passphrase.`,
    keyOfOtherKind: (file: string) =>
      `${file} is no Ed25519 or P-256 key. \`scim-test signoff key\` makes a pair.`,
    keyIsPrivate: (file: string) =>
      `${file} holds a private key. Verify with the public one, and give the private one to nobody.`,
    keyExists: (file: string) => `${file} is there already and was left as it is. Choose another --out.`,
    keyMade: (file: string, publicFile: string, keyId: string, locked: boolean, variable: string) =>
      `Private key: ${file} (only you can read it${locked ? ', and it is locked' : `; set ${variable} before to lock it`})\nPublic key:  ${publicFile}\nKey sha256 ${keyId}\nGive the public key, or this hash, to whoever shall verify what you sign.`,
    verified: {
      heading: (file: string) => `${file} is as it was signed.`,
      byKey: (keyId: string) => `Signed with the key that you gave, sha256 ${keyId}.`,
      byOwnKey: (keyId: string) =>
        `Signed with the key sha256 ${keyId}, which the file itself names: whose it is was not verified. Get the public key from the signer by another way and give it with --key.`,
      signer: (name: string, title: string, organisation: string, when: string) =>
        `It names as signer ${name}, ${title}, ${organisation}, ${when}.`,
      content: (recordId: string, hash: string) => `Record ${recordId}, hash of the content ${hash}.`,
      about: (vendor: string, system: string, profile: string, result: string) =>
        `${vendor}, ${system}: profile ${profile}, result ${result}.`,
      runs: (count: number) =>
        count === 1
          ? 'The record of the run is the one that was signed for.'
          : `The records of ${count} runs are those that were signed for.`,
      rules: 'The rules for signing were kept, and no secret and no identity number stands in it.',
      not: 'Not verified: who signed and whether they were authorised (this is no qualified electronic signature), when it was signed, and whether what it says is true.',
      own: "It is the vendor's own statement and one of two conditions for production.",
      until: (day: string) => `Valid until ${day}.`,
      expired: (day: string) => `It has run out: it was valid until ${day}.`,
      superseded: (file: string, recordId: string) =>
        `It is superseded: ${file} (record ${recordId}) has taken its place.`,
    },
    notVerified: (file: string) => `${file} does not verify.`,
    fault: verifyEn,
    otherRun: (path: string) => `${path} is not a run that the file is about: its record has another hash.`,
    renewNeedsSigned: (file: string) =>
      `${file} is to be renewed, so it must be a signed file that verifies. It was left as it is.`,
    renewed: (recordId: string) =>
      `It takes the place of record ${recordId}, which stays as it is; \`signoff verify\` calls that one superseded once this one is signed and lies beside it.`,
    comments: {
      top: ' What only you know, for the sign-off. The rest comes from the runs.\n Fill in, then repeat the command; what is still open is listed with its line.',
      optional:
        ' If it applies:\n customer: { orgNumber: "", name: "" }          # on whose behalf\n agreement: { ref: "", acceptedAt: 2027-01-31 } # the signed terms of use: a reference, never a copy\n validUntil: 2027-01-31                         # sooner than twelve months after the run',
      orgNumber: 'nine digits',
      id: 'recommended: the number of the vendor, _ and a name',
      version: 'the exact build or commit that was tested',
      component: 'what of the system was tested, such as the SCIM endpoint',
      role: 'scim-client, scim-endpoint or sync-consumer',
      environment: 'what you call it, such as Test',
      confirmed: 'true if it is a test environment; its host name does not tell',
      account: 'the account, user or pipeline that ran the tests; it must not sign',
      prerequisite: (text: { en: string; nb: string }) => text.en,
      section: {
        vendor: '',
        system: '',
        environment: '',
        automation: '',
        contacts: ' Whom to ask: work addresses only.',
        scope: ' Why less than the whole profile was tested. It will stand on the first page.',
        testData: ' What the identity numbers are that a real person could have.',
        deviations:
          ' What is not as it should be. description: what your users notice. decision: fix-before-production (with due)\n or accept. FAIL and BLOCKED need a decision and an owner; WARN may have them.',
        negative:
          ' No run shows these. If you have tried them in another way: passed or failed, and how in the remark.',
        prerequisites: ' Besides the tests. answer: yes, no or not-relevant. date: 2027-01-31.',
      },
    },
  },
  nb: {
    command: 'Lag, signer og kontroller en erklæring om hva som er testet',
    describe: {
      create: 'Lag erklæringen og sidene av kjøringer og et skjema, som skrives ved behov',
      form: 'Skriv bare skjemaet, eller føy til det kjøringene spør om',
      sign: 'Signer en erklæring med en nøkkel',
      verify: 'Vis, uten nett, om en signert fil er slik den ble signert',
      renew: 'Lag erklæringen som erstatter en signert, av nye kjøringer',
      key: 'Lag et nøkkelpar til å signere med',
      from: 'Mappe eller run.ndjson fra en kjøring (kan gjentas)  [scim-test-report]',
      profile: 'Mappen til profilen deres, når den er en egen',
      formFile: 'Skjemaet  [signoff.yaml]',
      out: 'Mappe for erklæring og sider  [scim-test-signoff]',
      file: 'Erklæringen  [scim-test-signoff/signoff.json]',
      signedFile: 'Den signerte filen',
      key_: 'Privat nøkkel (PEM, Ed25519 eller P-256); passord i SCIM_TEST_SIGNOFF_PASSPHRASE',
      publicKey: 'Den offentlige nøkkelen til den som signerte, fått på annen måte enn med filen',
      run: 'Mappe eller run.ndjson som filen skal handle om (kan gjentas)',
      name: 'Navnet på den som signerer',
      title: 'Tittelen til den som signerer',
      org: 'Organisasjonsnummeret til den som signerer  [leverandørens]',
      authorised: 'Si at du har fullmakt til å signere for virksomheten',
      signedOut: 'Den signerte filen  [signoff.signed.json ved siden av erklæringen]',
      keyOut: 'Den private nøkkelen  [signoff-key.pem]',
    },
    sayWhat: 'Si hva som skal gjøres; `scim-test signoff --help` viser kommandoene.',
    noRun: (path, record) =>
      `Det finnes ikke noe opptak av en kjøring i ${path}. \`scim-test run\` skriver ${record} til mappen i --out.`,
    otherProfile: (wanted, found) => `Kjøringene har profilen ${wanted}; --profile er ${found}.`,
    notARun: (file) => `${file} er ikke hele opptaket av en kjøring.`,
    notRead: (file, code) => `Kan ikke lese ${file} (${code}).`,
    notWritten: (file, code) => `Kan ikke skrive ${file} (${code}).`,
    notYaml: (why) => `ikke gyldig YAML: ${why}`,
    noMap: 'skjemaet består av navngitte deler.',
    unknownKey: (key, hint, known) => `ukjent nøkkel «${key}».${hint} Kjente: ${listed(known)}.`,
    takes: (key, wanted) => `${key} skal være ${wanted}.`,
    kinds: {
      text: 'en tekst',
      list: 'en liste',
      map: 'navn med verdier',
      maps: 'en liste av navn med verdier',
    },
    formWritten: (file) => `${file} er skrevet: fyll den ut.`,
    formGrown: (file) => `${file} er utvidet: det som er nytt, er tomt. Resten er som før.`,
    formAsItWas: (file) => `${file} har alt det spørres om.`,
    formStale: (ids) => `Trengs ikke lenger i skjemaet, og er utelatt fra erklæringen: ${listed(ids)}.`,
    systemIdAdvice: (id, orgNumber) =>
      `Systemets id er ${id}. Der det også er registrert for systembrukere, begynner den med leverandørens nummer: ${orgNumber}_navn.`,
    leak: (kind, at) =>
      `${kind === 'secret' ? 'Noe som ligner en hemmelighet,' : 'Et fødselsnummer'} ville ha stått i erklæringen ved ${at}. Ingenting er skrevet. Ta det ut av skjemaet, eller ut av det målsystemet svarer.`,
    openHeading: (count) =>
      count === 1
        ? 'Ett punkt gjenstår før dette kan signeres:'
        : `${count} punkter gjenstår før dette kan signeres:`,
    open: openNb,
    draft: (file) => `Utkast i ${file}, med en side på hvert språk. Gjenta kommandoen etterpå.`,
    tested: (file) => `Ingenting gjenstår. Erklæring i ${file}, med en side på hvert språk.`,
    result: (result, deviations) => `Resultat ${result}, ${deviations} avvik.`,
    signNext: (file) =>
      `Neste: les siden, og så  scim-test signoff sign ${file} --key NØKKEL.pem --name "…" --title "…" --authorised`,
    declare: (text) =>
      `Den som signerer, sier: «${text}»\nEr det sant, så gjenta kommandoen med --authorised.`,
    declaration: (organisation) =>
      `Jeg har fullmakt til å signere for ${organisation}. Så vidt jeg vet, er erklæringen sann.`,
    noRecord: (file) =>
      `${file} er ingen erklæring som \`scim-test signoff create\` har skrevet, eller den er endret. Lag den på nytt; endringer hører hjemme i skjemaet.`,
    alreadySigned: (file) =>
      `${file} er allerede signert, og en signert erklæring er endelig. Nye kjøringer gir en ny: scim-test signoff renew.`,
    isDraft: (file) => `${file} er et utkast.`,
    signer: signerNb,
    signed: (file, keyId) =>
      `Signert: ${file}\nNøkkel sha256 ${keyId}\nSidene ved siden av har nå signaturen: skriv ut en av dem og signer den også for hånd.\nDette er leverandørens egenerklæring, og ett av to vilkår for produksjon. Signaturen beskytter filen mot endringer; den er ikke en kvalifisert elektronisk signatur.`,
    signedExists: (file) => `${file} finnes allerede og er latt i fred. Velg en annen --out.`,
    keyAmongReports: (file) =>
      `${file} ligger blant filer som deles ut. Oppbevar private nøkler et annet sted, der bare du kan lese dem.`,
    keyNotOpened: (file, variable) =>
      `${file} er ingen privat nøkkel på PEM-form, eller den er låst og ${variable} har ikke passordet.`,
    keyOfOtherKind: (file) =>
      `${file} er ingen Ed25519- eller P-256-nøkkel. \`scim-test signoff key\` lager et par.`,
    keyIsPrivate: (file) =>
      `${file} inneholder en privat nøkkel. Kontroller med den offentlige, og gi den private til ingen.`,
    keyExists: (file) => `${file} finnes allerede og er latt i fred. Velg en annen --out.`,
    keyMade: (file, publicFile, keyId, locked, variable) =>
      `Privat nøkkel:    ${file} (bare du kan lese den${locked ? ', og den er låst' : `; sett ${variable} først for å låse den`})\nOffentlig nøkkel: ${publicFile}\nNøkkel sha256 ${keyId}\nGi den offentlige nøkkelen, eller denne hashen, til dem som skal kontrollere det du signerer.`,
    verified: {
      heading: (file) => `${file} er slik den ble signert.`,
      byKey: (keyId) => `Signert med nøkkelen du oppga, sha256 ${keyId}.`,
      byOwnKey: (keyId) =>
        `Signert med nøkkelen sha256 ${keyId}, som filen selv oppgir: hvem den tilhører, er ikke kontrollert. Få den offentlige nøkkelen fra den som signerte på annen måte, og oppgi den med --key.`,
      signer: (name, title, organisation, when) =>
        `Filen oppgir at den er signert av ${name}, ${title}, ${organisation}, ${when}.`,
      content: (recordId, hash) => `Erklæring ${recordId}, innholdets hash ${hash}.`,
      about: (vendor, system, profile, result) =>
        `${vendor}, ${system}: profil ${profile}, resultat ${result}.`,
      runs: (count) =>
        count === 1
          ? 'Opptaket av kjøringen er det som det ble signert for.'
          : `Opptakene av ${count} kjøringer er de som det ble signert for.`,
      rules:
        'Reglene for signering er fulgt, og det står verken hemmeligheter eller fødselsnumre i erklæringen.',
      not: 'Ikke kontrollert: hvem som signerte og om vedkommende hadde fullmakt (dette er ingen kvalifisert elektronisk signatur), når det ble signert, og om innholdet er sant.',
      own: 'Det er leverandørens egenerklæring og ett av to vilkår for produksjon.',
      until: (day) => `Gyldig til ${day}.`,
      expired: (day) => `Den har løpt ut: den var gyldig til ${day}.`,
      superseded: (file, recordId) => `Den er erstattet: ${file} (erklæring ${recordId}) har tatt over.`,
    },
    notVerified: (file) => `${file} lar seg ikke bekrefte.`,
    fault: verifyNb,
    otherRun: (path) => `${path} er ikke en kjøring som filen handler om: opptaket har en annen hash.`,
    renewNeedsSigned: (file) =>
      `${file} skal fornyes og må derfor være en signert fil som lar seg bekrefte. Den er latt i fred.`,
    renewed: (recordId) =>
      `Den erstatter erklæring ${recordId}, som blir stående slik den er; \`signoff verify\` kaller den erstattet når denne er signert og ligger ved siden av.`,
    comments: {
      top: ' Det bare dere vet, til erklæringen. Resten kommer fra kjøringene.\n Fyll ut, og gjenta kommandoen; det som gjenstår, listes opp med linjenummer.',
      optional:
        ' Hvis det er aktuelt:\n customer: { orgNumber: "", name: "" }          # på hvem sine vegne\n agreement: { ref: "", acceptedAt: 2027-01-31 } # de signerte bruksvilkårene: en henvisning, aldri en kopi\n validUntil: 2027-01-31                         # før det har gått tolv måneder siden kjøringen',
      orgNumber: 'ni sifre',
      id: 'anbefalt: leverandørens nummer, _ og et navn',
      version: 'nøyaktig det bygget eller den commiten som er testet',
      component: 'hva av systemet som er testet, for eksempel SCIM-endepunktet',
      role: 'scim-client, scim-endpoint eller sync-consumer',
      environment: 'det dere kaller det, for eksempel Test',
      confirmed: 'true hvis det er et testmiljø; vertsnavnet forteller det ikke',
      account: 'kontoen, brukeren eller pipelinen som kjørte testene; den kan ikke signere',
      prerequisite: (text) => text.nb,
      section: {
        vendor: '',
        system: '',
        environment: '',
        automation: '',
        contacts: ' Hvem man kan spørre: bare jobbadresser.',
        scope: ' Hvorfor mindre enn hele profilen er testet. Det vil stå på første side.',
        testData: ' Hva fødselsnumrene som en virkelig person kan ha, er.',
        deviations:
          ' Det som ikke er som det skal. description: hva brukerne merker. decision: fix-before-production (med due)\n eller accept. FAIL og BLOCKED trenger beslutning og ansvarlig (owner); WARN kan ha det.',
        negative:
          ' Ingen kjøring viser disse. Har dere prøvd dem på annen måte: passed eller failed, og hvordan i remark.',
        prerequisites: ' Utenom testene. answer: yes, no eller not-relevant. date: 2027-01-31.',
      },
    },
  },
})
