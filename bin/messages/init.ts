import { inBothLanguages } from './language.ts'

const listed = (words: readonly string[]) => words.join(', ')

/** What `init` asks and says. */
export const initMessages = inBothLanguages({
  en: {
    command: 'Ask how the target is reached, try it, and write configuration and pipeline',
    options: {
      target: 'Base URL of the SCIM endpoint',
      auth: 'How one signs in  [bearer]',
      authOption: 'NAME=VALUE of a key under auth, such as clientId=abc (repeatable); no secrets',
      profile: 'Profile to test by  [rfc]',
      pipeline: 'Pipeline file to write  [what the folder is built with]',
      yes: 'Ask nothing: defaults for what no flag says',
      force: 'Write over files that are there',
      offline: 'Do not try the connection',
    },
    askTarget: 'Base URL of the SCIM endpoint, like https://test.example.org/scim/v2',
    askAuth: (known: readonly string[]) => `How does one sign in (${listed(known)})`,
    askKey: (name: string) => (name === 'headers' ? 'Names of the headers, with commas' : `auth.${name}`),
    askProfile: (known: readonly string[]) => `Profile to test by (${listed(known)})`,
    askSyncApi: 'URL of the Sync API, to see what arrives downstream (empty: do without)',
    askSyncOrg: 'fiksOrgId, the organisation whose users these are: a UUID',
    askSyncSystem: 'maalSystem, the name of the target system that reads',
    syncLater: 'The Sync API was not tried: the first run reads it.',
    askPipeline: (known: readonly string[]) => `Pipeline to write (${listed(known)})`,
    oneOf: (known: readonly string[], hint: string) => `it takes one of ${listed(known)}.${hint}`,
    badTarget:
      'it takes the base URL of a SCIM endpoint, like https://host/scim/v2, without user, password and query.',
    notEmpty: 'it cannot be empty.',
    flagNeeded: (flag: string) => `Nobody can be asked here: ${flag} is needed.`,
    authOption: (auth: string, known: readonly string[], hint: string) =>
      `--auth-option takes NAME=VALUE; for ${auth} the name is ${known.length > 0 ? `one of ${listed(known)}` : 'never needed'}.${hint} Secrets are taken from the environment.`,
    inputEnded: 'The answers ended before all was asked. Nothing was written.',
    exists: (path: string) => `${path} is there already. Nothing was written; --force writes over it.`,
    cannotWrite: (path: string, code: string) => `Cannot write ${path} (${code}).`,
    fileHead:
      'Made by scim-test init. Secrets are not in here: they come from the environment variables that it names.',
    notTried: 'The connection was not tried.',
    cannotTry: (variables: readonly string[]) =>
      `The connection was not tried: ${listed(variables)} ${variables.length === 1 ? 'is' : 'are'} not set.`,
    nothingWritten: 'Nothing was written. --offline writes the files without trying the connection.',
    answers: (base: string) => `${base} answers.`,
    types: (names: string, published: boolean) =>
      published ? `Resource types: ${names}.` : `It publishes no resource types; assumed are ${names}.`,
    features: (offered: string, not: string) =>
      `Offered: ${offered || 'nothing'}. Not offered: ${not || 'nothing'}.`,
    asksCredentials: 'It lets nobody in without credentials.',
    asksNothing: 'It did not refuse a request without credentials.',
    wrote: (path: string) => `Wrote ${path}`,
    nameThere: {
      gitlab: (path: string) => `Name it in .gitlab-ci.yml: include: { local: ${path} }`,
      azure: (path: string) => `Name it in Azure DevOps: New pipeline, existing YAML file, ${path}`,
    },
    next: (variables: readonly string[]) =>
      `Next: ${variables.length > 0 ? `set ${listed(variables)}, then ` : ''}scim-test plan, and scim-test run.`,
  },
  nb: {
    command: 'Spør hvordan målsystemet nås, prøv det, og skriv konfigurasjon og pipeline',
    options: {
      target: 'Basisadressen til SCIM-endepunktet',
      auth: 'Hvordan man logger på  [bearer]',
      authOption:
        'NAVN=VERDI for en nøkkel under auth, slik som clientId=abc (kan gjentas); ingen hemmeligheter',
      profile: 'Profil å teste etter  [rfc]',
      pipeline: 'Pipeline-fil som skal skrives  [det mappen bygges med]',
      yes: 'Spør ikke: standardverdier for det ingen flagg sier',
      force: 'Skriv over filer som finnes',
      offline: 'Ikke prøv forbindelsen',
    },
    askTarget: 'Basisadressen til SCIM-endepunktet, slik som https://test.example.org/scim/v2',
    askAuth: (known: readonly string[]) => `Hvordan logger man på (${listed(known)})`,
    askKey: (name: string) => (name === 'headers' ? 'Navn på headerne, med komma' : `auth.${name}`),
    askProfile: (known: readonly string[]) => `Profil å teste etter (${listed(known)})`,
    askSyncApi: 'URL-en til Sync API, for å se hva som kommer fram (tomt: uten)',
    askSyncOrg: 'fiksOrgId, organisasjonen brukerne hører til: en UUID',
    askSyncSystem: 'maalSystem, navnet på målsystemet som leser',
    syncLater: 'Sync API er ikke prøvd: den første kjøringen leser det.',
    askPipeline: (known: readonly string[]) => `Pipeline som skal skrives (${listed(known)})`,
    oneOf: (known: readonly string[], hint: string) => `det må være en av ${listed(known)}.${hint}`,
    badTarget:
      'det må være basisadressen til et SCIM-endepunkt, slik som https://host/scim/v2, uten bruker, passord og query.',
    notEmpty: 'det kan ikke være tomt.',
    flagNeeded: (flag: string) => `Her er det ingen å spørre: ${flag} må oppgis.`,
    authOption: (auth: string, known: readonly string[], hint: string) =>
      `--auth-option tar NAVN=VERDI; for ${auth} er navnet ${known.length > 0 ? `et av ${listed(known)}` : 'aldri nødvendig'}.${hint} Hemmeligheter hentes fra miljøet.`,
    inputEnded: 'Svarene tok slutt før alt var spurt om. Ingenting er skrevet.',
    exists: (path: string) => `${path} finnes fra før. Ingenting er skrevet; --force skriver over den.`,
    cannotWrite: (path: string, code: string) => `Kan ikke skrive ${path} (${code}).`,
    fileHead:
      'Laget av scim-test init. Hemmeligheter står ikke her: de kommer fra miljøvariablene som er nevnt.',
    notTried: 'Forbindelsen er ikke prøvd.',
    cannotTry: (variables: readonly string[]) =>
      `Forbindelsen er ikke prøvd: ${listed(variables)} er ikke satt.`,
    nothingWritten: 'Ingenting er skrevet. --offline skriver filene uten å prøve forbindelsen.',
    answers: (base: string) => `${base} svarer.`,
    types: (names: string, published: boolean) =>
      published ? `Ressurstyper: ${names}.` : `Ingen ressurstyper er publisert; det regnes med ${names}.`,
    features: (offered: string, not: string) =>
      `Tilbys: ${offered || 'ingenting'}. Tilbys ikke: ${not || 'ingenting'}.`,
    asksCredentials: 'Ingen slipper inn uten pålogging.',
    asksNothing: 'En forespørsel uten pålogging ble ikke avvist.',
    wrote: (path: string) => `Skrev ${path}`,
    nameThere: {
      gitlab: (path: string) => `Vis til den i .gitlab-ci.yml: include: { local: ${path} }`,
      azure: (path: string) => `Vis til den i Azure DevOps: New pipeline, existing YAML file, ${path}`,
    },
    next: (variables: readonly string[]) =>
      `Så: ${variables.length > 0 ? `sett ${listed(variables)}, deretter ` : ''}scim-test plan, og scim-test run.`,
  },
})
