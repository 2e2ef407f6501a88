import { inBothLanguages } from './language.ts'

/** What the commands say that talk to a target. */
export const running = inBothLanguages({
  en: {
    nothingSelected: (only: readonly string[]) =>
      `Nothing to do: no check, rule or rehearsal matches ${only.join(', ') || 'the selection'}. See \`scim-test list\`.`,
    fitsNothing: (names: string, hint: string) =>
      `--only: no check, rule or rehearsal of this profile is called ${names}.${hint} See \`scim-test list\`.`,
    leftoverJournals: (count: number, out: string) =>
      `${count === 1 ? 'A run' : `${count} runs`} that did not end left a journal in ${out}. \`scim-test clean\` removes what is still on the target.`,
    productionRefused: (host: string) =>
      `${host} looks like production, where real people are. Nothing was sent. Test environments only; if it is one after all, name it: --allow-production ${host}`,
    interrupted:
      'Interrupted. Cleaning up; press Ctrl-C again to leave at once (then run `scim-test clean`).',
    leftAtOnce: 'Left at once. `scim-test clean` removes what this run left on the target.',
    cannotWrite: (path: string, code: string) =>
      `Cannot write to ${path} (${code}). Choose another folder with --out.`,
    diskFull: (code: string) =>
      `Nothing more can be written (${code}): the disk is full, or a limit is reached. Make room or choose another folder with --out. \`scim-test clean\` removes what may be left on the target; it needs the journal in the folder of this run.`,
    hostFault: (fault: string) => `The host of the run had a fault: ${fault}`,
    differentTarget: (file: string, target: string) =>
      `${file} belongs to ${target}. Run \`scim-test clean --target ${target}\` with the credentials of that target.`,
    nothingToClean: (out: string) => `Nothing to clean: no run in ${out} left a journal behind.`,
    cleaned: (run: string, count: number) =>
      `Run ${run}: ${count === 0 ? 'nothing was left on the target' : `removed ${count} ${count === 1 ? 'resource' : 'resources'}`}.`,
    cleanedSome: (run: string, count: number) =>
      `Run ${run}: removed ${count} ${count === 1 ? 'resource' : 'resources'}; something is still there. Run \`scim-test clean\` again later.`,
    notCleaned: (path: string, answer: string) => `  still there: ${path} (${answer})`,
    noRecord: (file: string) =>
      `There is no record ${file}. A run writes one to its --out folder as run.ndjson.`,
    ownFault: (stack: string) =>
      `scim-test itself is at fault, not the target. Please report this:\n${stack}`,
  },
  nb: {
    nothingSelected: (only: readonly string[]) =>
      `Ingenting å gjøre: ingen sjekk, regel eller generalprøve passer med ${only.join(', ') || 'utvalget'}. Se \`scim-test list\`.`,
    fitsNothing: (names: string, hint: string) =>
      `--only: ingen sjekk, regel eller generalprøve i denne profilen heter ${names}.${hint} Se \`scim-test list\`.`,
    leftoverJournals: (count: number, out: string) =>
      `${count === 1 ? 'En kjøring som ikke ble fullført, har etterlatt en journal' : `${count} kjøringer som ikke ble fullført, har etterlatt en journal hver`} i ${out}. \`scim-test clean\` fjerner det som fortsatt ligger i målsystemet.`,
    productionRefused: (host: string) =>
      `${host} ser ut som et produksjonsmiljø med virkelige personer. Ingenting ble sendt. Bare testmiljøer skal testes; hvis dette likevel er et testmiljø, oppgi det: --allow-production ${host}`,
    interrupted:
      'Avbrutt. Rydder opp; trykk Ctrl-C en gang til for å avslutte med en gang (kjør da `scim-test clean` etterpå).',
    leftAtOnce:
      'Avsluttet med en gang. `scim-test clean` fjerner det denne kjøringen etterlot i målsystemet.',
    cannotWrite: (path: string, code: string) =>
      `Kan ikke skrive til ${path} (${code}). Velg en annen mappe med --out.`,
    diskFull: (code: string) =>
      `Mer kan ikke skrives (${code}): disken er full, eller en grense er nådd. Frigjør plass, eller velg en annen mappe med --out. \`scim-test clean\` fjerner det som kan ligge igjen i målsystemet; kommandoen trenger journalen i mappen til denne kjøringen.`,
    hostFault: (fault: string) => `Det oppsto en feil i programmet som styrer kjøringen: ${fault}`,
    differentTarget: (file: string, target: string) =>
      `${file} hører til ${target}. Kjør \`scim-test clean --target ${target}\` med påloggingen til det målsystemet.`,
    nothingToClean: (out: string) => `Ingenting å rydde: ingen kjøring i ${out} har etterlatt en journal.`,
    cleaned: (run: string, count: number) =>
      `Kjøring ${run}: ${count === 0 ? 'ingenting lå igjen i målsystemet' : `fjernet ${count} ${count === 1 ? 'ressurs' : 'ressurser'}`}.`,
    cleanedSome: (run: string, count: number) =>
      `Kjøring ${run}: fjernet ${count} ${count === 1 ? 'ressurs' : 'ressurser'}; noe ligger fortsatt igjen. Kjør \`scim-test clean\` på nytt senere.`,
    notCleaned: (path: string, answer: string) => `  ligger fortsatt der: ${path} (${answer})`,
    noRecord: (file: string) =>
      `Kjøringsloggen ${file} finnes ikke. En kjøring skriver den til --out-mappen som run.ndjson.`,
    ownFault: (stack: string) =>
      `Feilen ligger i scim-test, ikke i målsystemet. Meld gjerne fra om dette:\n${stack}`,
  },
})
