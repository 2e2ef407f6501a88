import { inBothLanguages } from './language.ts'

/** What `list`, `explain` and `plan` say. */
export const showing = inBothLanguages({
  en: {
    unknownUnit: (id: string, hint: string) =>
      `There is no check, rule, requirement or dialect "${id}".${hint} See \`scim-test list\`.`,
    unknownList: (what: string, known: readonly string[], hint: string) =>
      `Cannot list "${what}".${hint} Known: ${known.join(', ')}.`,
    evidence: (counts: string) => `${counts} habits`,
    departs: (what: string) => `departs from ${what}`,
    rule: 'A rule: looks at every exchange of a run.',
    clientRule: 'A rule about clients: looks at a session of `serve --record`.',
    needs: (what: string) => `Needs ${what}.`,
    needsNothing: 'Needs nothing but the target.',
    hurt: (who: string) => `Who is hurt: ${who}`,
    triedBy: 'Tried by',
    noCheckYet: 'no check yet',
    ambiguous: (ids: string) => `ambiguous: ${ids}`,
    planned: {
      target: 'Target',
      profile: 'Profile',
      known: 'Known',
      embedded: (base: string) => `${base} (embedded)`,
      types: (names: string, by: string) => `resource types ${names}, described by ${by}`,
      yes: 'yes',
      no: 'no',
      skip: 'skip',
      toDo: (todo: number, left: number) => `${todo} to do, ${left} left out.`,
      declared: (requests: number, checks: number) =>
        `At most ${requests} requests by the ${checks} checks that say how many.`,
      atMost: (requests: number) => `at most ${requests} ${requests === 1 ? 'request' : 'requests'}`,
    },
  },
  nb: {
    unknownUnit: (id: string, hint: string) =>
      `Det finnes ingen sjekk, regel, dialekt eller noe krav som heter "${id}".${hint} Se \`scim-test list\`.`,
    unknownList: (what: string, known: readonly string[], hint: string) =>
      `Kan ikke liste "${what}".${hint} Kjente lister: ${known.join(', ')}.`,
    evidence: (counts: string) => `særtrekk: ${counts}`,
    departs: (what: string) => `avviker fra ${what}`,
    rule: 'En regel: ser på alle forespørsler og svar i en kjøring.',
    clientRule: 'En regel om klienter: ser på en økt med `serve --record`.',
    needs: (what: string) => `Krever ${what}.`,
    needsNothing: 'Krever ikke noe annet enn målsystemet.',
    hurt: (who: string) => `Hvem det rammer: ${who}`,
    triedBy: 'Prøves av',
    noCheckYet: 'ingen sjekk ennå',
    ambiguous: (ids: string) => `tvetydig: ${ids}`,
    planned: {
      target: 'Målsystem',
      profile: 'Profil',
      known: 'Kjent',
      embedded: (base: string) => `${base} (innebygd)`,
      types: (names: string, by: string) => `ressurstypene ${names}, beskrevet av ${by}`,
      yes: 'ja',
      no: 'nei',
      skip: 'utelatt',
      toDo: (todo: number, left: number) => `${todo} skal kjøres, ${left} er utelatt.`,
      declared: (requests: number, checks: number) =>
        `Høyst ${requests} forespørsler fra de ${checks} sjekkene som oppgir hvor mange de sender.`,
      atMost: (requests: number) => `høyst ${requests} ${requests === 1 ? 'forespørsel' : 'forespørsler'}`,
    },
  },
})
