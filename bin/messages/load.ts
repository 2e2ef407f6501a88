import { inBothLanguages } from './language.ts'

/** What is said about races and load. */
export const loadMessages = inBothLanguages({
  en: {
    describe: 'Races and load as well; sizes as in members=500,users=200 (see `plan`)  [off]',
    unknown: (name: string, hint: string, known: readonly string[]) =>
      `--load knows no size "${name}".${hint} It takes name=value with commas between: ${known.join(', ')}.`,
    noSize: (where: string, name: string, value: string) =>
      `${where}: ${name} takes a whole number above 0 (atOnce above 1); got "${value}".`,
    asks: 'asks for --load',
    heavy: 'Puts load on the target: runs with --load only, by itself and after all others.',
    makes: (resources: number) => `makes ${resources} at most`,
    planned: (resources: number, checks: number, minutes: number) =>
      `Load: ${checks} checks make at most ${resources} resources within ${minutes} minutes. Each is read and removed afterwards, which takes two requests more.`,
  },
  nb: {
    describe: 'Også kappløp og last; størrelser på formen members=500,users=200 (se `plan`)  [av]',
    unknown: (name: string, hint: string, known: readonly string[]) =>
      `--load kjenner ikke størrelsen "${name}".${hint} Det skal stå navn=verdi med komma mellom: ${known.join(', ')}.`,
    noSize: (where: string, name: string, value: string) =>
      `${where}: ${name} skal være et heltall over 0 (atOnce over 1), men er "${value}".`,
    asks: 'krever --load',
    heavy: 'Belaster målsystemet: kjøres bare med --load, alene og etter alle andre.',
    makes: (resources: number) => `lager høyst ${resources}`,
    planned: (resources: number, checks: number, minutes: number) =>
      `Last: ${checks} sjekker lager høyst ${resources} objekter i løpet av ${minutes} minutter. Hvert av dem leses og fjernes etterpå, og det tar to forespørsler til.`,
  },
})
