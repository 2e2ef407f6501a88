import { inBothLanguages } from './language.ts'

/** What `simulate` says about dialects and scenarios. */
export const simulating = inBothLanguages({
  en: {
    nothingNamed: 'Name at least one: --dialect NAME --scenario NAME, or `all`. `scim-test list` shows them.',
    noAllure:
      'Allure results come from the test framework that `scim-test run` runs in; `simulate` plays without it. Leave --allure out: it writes HTML, JSON and JUnit, and Allure reads junit.xml too.',
    notMeantFor: (scenario: string, dialect: string, dialects: readonly string[]) =>
      `The scenario "${scenario}" is not meant for the dialect "${dialect}", only for ${dialects.join(', ')}.`,
    scenarioOfNobody: (scenario: string, dialect: string, hint: string, known: readonly string[]) =>
      `The scenario "${scenario}" is for the dialect "${dialect}", which there is not.${hint} Known: ${known.join(', ')}.`,
    patchNeeded: (why: string) =>
      `The target offers no PATCH, or has no users and groups: this scenario cannot be played. ${why}`,
    noDialect: (id: string, hint: string, known: readonly string[]) =>
      `There is no dialect "${id}".${hint} Known: ${known.join(', ')}.`,
    noScenario: (name: string, hint: string, known: readonly string[]) =>
      `There is no scenario "${name}".${hint} Known: ${known.join(', ')}; or give a YAML file, or municipality:200.`,
    scenarioNotRead: (file: string, code: string) => `Cannot read the scenario ${file} (${code}).`,
    municipality: (least: number, most: number, size: number) =>
      `A municipality has ${least} to ${most} people, not ${size}.`,
  },
  nb: {
    nothingNamed: 'Oppgi minst én: --dialect NAVN --scenario NAVN, eller `all`. `scim-test list` viser dem.',
    noAllure:
      'Allure-resultater kommer fra testrammeverket som `scim-test run` kjører i; `simulate` spiller uten det. Utelat --allure: den skriver HTML, JSON og JUnit, og Allure leser også junit.xml.',
    notMeantFor: (scenario: string, dialect: string, dialects: readonly string[]) =>
      `Scenarioet "${scenario}" er ikke ment for dialekten "${dialect}", bare for ${dialects.join(', ')}.`,
    scenarioOfNobody: (scenario: string, dialect: string, hint: string, known: readonly string[]) =>
      `Scenarioet "${scenario}" er laget for dialekten "${dialect}", som ikke finnes.${hint} Kjente dialekter: ${known.join(', ')}.`,
    patchNeeded: (why: string) =>
      `Målsystemet tilbyr ikke PATCH, eller har ikke brukere og grupper: dette scenarioet kan ikke spilles. ${why}`,
    noDialect: (id: string, hint: string, known: readonly string[]) =>
      `Dialekten "${id}" finnes ikke.${hint} Kjente dialekter: ${known.join(', ')}.`,
    noScenario: (name: string, hint: string, known: readonly string[]) =>
      `Scenarioet "${name}" finnes ikke.${hint} Kjente scenarioer: ${known.join(', ')}; du kan også oppgi en YAML-fil eller municipality:200.`,
    scenarioNotRead: (file: string, code: string) => `Kan ikke lese scenarioet ${file} (${code}).`,
    municipality: (least: number, most: number, size: number) =>
      `En kommune har fra ${least} til ${most} personer, ikke ${size}.`,
  },
})
