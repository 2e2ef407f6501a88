import { inBothLanguages } from './language.ts'

/** What is said about the configuration file, the environment and the options. */
export const settings = inBothLanguages({
  en: {
    didYouMean: (name: string) => ` Did you mean "${name}"?`,
    noFile: (file: string) => `There is no configuration file ${file}.`,
    notYaml: (at: string, why: string) => `${at}: not valid YAML: ${why}`,
    noAlias: 'a value that begins with * has to stand in quotation marks',
    tooManyAliases: 'it has too many aliases, or one that has itself in it',
    noMap: (file: string) => `${file}: a configuration is a map of settings.`,
    tokenInFile:
      ' A token does not belong in a file: set SCIM_TEST_TOKEN, or name a variable with tokenEnv or under auth.',
    unknownKey: (at: string, key: string, hint: string, known: readonly string[]) =>
      `${at}: unknown key "${key}".${hint} Known: ${known.join(', ')}.`,
    wrongKind: (at: string, key: string, found: string, wanted: string) =>
      `${at}: ${key} is ${found}; it takes ${wanted}.`,
    found: {
      text: 'a text',
      number: 'a number',
      flag: 'true or false',
      list: 'a list',
      map: 'a map',
      nothing: 'empty',
    },
    kinds: {
      text: 'a text',
      number: 'a number that is not negative',
      flag: 'true or false',
      list: 'a list of texts',
      map: 'a map',
      language: 'nb or en',
    },
    takesText: (at: string, name: string) => `${at}: ${name} takes a text.`,
    takesTexts: (at: string, name: string) => `${at}: ${name} takes a map of names to texts.`,
    takesFlag: (at: string, name: string) => `${at}: ${name} takes true or false.`,
    takesAttributes: (at: string, name: string) => `${at}: takes the attributes that a new ${name} needs.`,
    takesFeatures: (at: string) => `${at}: takes a map of features to true or false.`,
    onlyEmbedded: '--defect and --variant change the embedded endpoint; leave --target out to use them.',
    authorityNotRead: (path: string, code: string) =>
      `Cannot read the certificate authority from ${path}: ${code}.`,
    badTarget: (text: string) =>
      `--target takes the base URL of a SCIM endpoint, like https://host/scim/v2; got "${text}".`,
    credentialsInTarget: 'Credentials do not belong in --target; use SCIM_TEST_TOKEN or --header.',
    queryInTarget: (text: string) => `--target takes a base URL without query or fragment; got "${text}".`,
    badHeader: '--header takes "Name: value".',
    notWhole: (name: string, value: number) => `${name} takes a whole number above 0; got ${value}.`,
    badLanguage: (where: string, value: string) => `${where} takes nb or en; got "${value}".`,
  },
  nb: {
    didYouMean: (name: string) => ` Mente du "${name}"?`,
    noFile: (file: string) => `Konfigurasjonsfilen ${file} finnes ikke.`,
    notYaml: (at: string, why: string) => `${at}: ikke gyldig YAML: ${why}`,
    noAlias: 'en verdi som begynner med *, må stå i anførselstegn',
    tooManyAliases: 'den har for mange aliaser, eller ett som inneholder seg selv',
    noMap: (file: string) => `${file}: en konfigurasjon består av innstillinger på formen «navn: verdi».`,
    tokenInFile:
      ' Et token hører ikke hjemme i en fil: sett SCIM_TEST_TOKEN, eller oppgi en miljøvariabel med tokenEnv eller under auth.',
    unknownKey: (at: string, key: string, hint: string, known: readonly string[]) =>
      `${at}: ukjent nøkkel "${key}".${hint} Kjente nøkler: ${known.join(', ')}.`,
    wrongKind: (at: string, key: string, found: string, wanted: string) =>
      `${at}: ${key} er ${found}, men skal være ${wanted}.`,
    found: {
      text: 'en tekst',
      number: 'et tall',
      flag: 'true eller false',
      list: 'en liste',
      map: 'et sett av nøkler og verdier',
      nothing: 'tom',
    },
    kinds: {
      text: 'en tekst',
      number: 'et tall som ikke er negativt',
      flag: 'true eller false',
      list: 'en liste av tekster',
      map: 'et sett av nøkler og verdier',
      language: 'nb eller en',
    },
    takesText: (at: string, name: string) => `${at}: ${name} skal være en tekst.`,
    takesTexts: (at: string, name: string) => `${at}: ${name} skal være et sett av navn, hvert med en tekst.`,
    takesFlag: (at: string, name: string) => `${at}: ${name} skal være true eller false.`,
    takesAttributes: (at: string, name: string) =>
      `${at}: her skal attributtene stå som en ny ${name} trenger.`,
    takesFeatures: (at: string) => `${at}: her skal hver funksjon stå med true eller false.`,
    onlyEmbedded: '--defect og --variant endrer det innebygde endepunktet; utelat --target for å bruke dem.',
    authorityNotRead: (path: string, code: string) =>
      `Kan ikke lese sertifikatutstederen fra ${path}: ${code}.`,
    badTarget: (text: string) =>
      `--target skal være basisadressen til et SCIM-endepunkt, som https://host/scim/v2; fikk "${text}".`,
    credentialsInTarget:
      'Brukernavn og passord hører ikke hjemme i --target; bruk SCIM_TEST_TOKEN eller --header.',
    queryInTarget: (text: string) =>
      `--target skal være en basisadresse uten spørrestreng og fragment; fikk "${text}".`,
    badHeader: '--header skal ha formen "Navn: verdi".',
    notWhole: (name: string, value: number) => `${name} skal være et heltall over 0; fikk ${value}.`,
    badLanguage: (where: string, value: string) => `${where} skal være nb eller en; fikk "${value}".`,
  },
})
