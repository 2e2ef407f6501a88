import { inBothLanguages } from './language.ts'

/** What `simulate --state` says: of plays in parts, and of the files that keep them. */
export const parts = inBothLanguages({
  en: {
    noState: (flag: string) => `${flag} needs the file that keeps the play: --state FILE.`,
    noTarget:
      '--state keeps a play on a target that is still there afterwards; the embedded endpoint is not. Give --target, or leave --state out.',
    onePlay: (plays: number) =>
      `--state keeps one play; these are ${plays}. Name one dialect and one scenario.`,
    until: (given: string) => `--until takes the number of a synchronisation, from 1; got ${given}.`,
    untilTooFar: (given: number, scenario: string, syncs: number) =>
      `--until ${given} is beyond the end: "${scenario}" has ${syncs} ${syncs === 1 ? 'synchronisation' : 'synchronisations'}.`,
    exists: (file: string) =>
      `${file} is there already. Go on with what it keeps with --resume, or choose another file with --state.`,
    notRead: (file: string, code: string) =>
      code === 'ENOENT'
        ? `There is no ${file} to go on with. Leave --resume out to begin a play that is kept there.`
        : `Cannot read ${file} (${code}).`,
    notWritten: (file: string, code: string) =>
      `Cannot write to ${file} (${code}). Choose another file with --state.`,
    foreign: (file: string) =>
      `${file} keeps no play. It was left as it is: name the file that was given with --state before.`,
    version: (file: string, version: string, known: number) =>
      `${file} keeps a play in version ${version}; this program reads ${known}. Go on with the program that began it, or remove what it made with \`scim-test clean\` and begin anew.`,
    broken: (file: string, line: number) =>
      `${file} is broken: line ${line} is not what this program writes. Nothing was sent. Put a copy of it back, or remove what the play made with \`scim-test clean\` and begin anew.`,
    over: (file: string, play: string) =>
      `The play ${play} in ${file} is over. Play it once more with another --state and without --resume; if it was stopped while cleaning up, \`scim-test clean\` removes the rest.`,
    other: (file: string, flag: string, given: string, kept: string) =>
      `${file} was begun with --${flag} ${kept}, not with ${given}. Leave --${flag} out to go on with it, or begin another play with another --state.`,
    otherPlay: (file: string, kept: string, given: string) =>
      `${file} keeps the play ${kept}, and this would be ${given}. Give --dialect and --scenario as at first, or another --state.`,
    noJournal: (file: string, journal: string) =>
      `What the play in ${file} made is written down in ${journal}, which is not there: it has been cleaned up, or --out was another folder. Without it nothing may be written to the target. Give the --out of the earlier part, or begin anew with another --state.`,
    departs: (file: string, step: number, was: string, is: string, program: string) =>
      `${file} does not fit: request ${step} of the play was\n  ${was}\nand would now be\n  ${is}\nThe scenario was changed before that place, or scim-test ${program}, which began the play, does something else. Nothing was sent. Put the scenario back, or remove what the play made with \`scim-test clean\` and begin anew.`,
    notKept: (file: string, why: string) =>
      `What happens cannot be kept in ${file} any more (${why}), so the play stopped. What it made is still on the target: go on with --resume, or remove it with \`scim-test clean\`.`,
    changedBySomebody: 'another program changed it',
    paused: (synced: number, resources: number, file: string) =>
      `Stopped after synchronisation ${synced}. ${resources} ${resources === 1 ? 'resource stays' : 'resources stay'} on the target.\nGo on:     scim-test simulate --state ${file} --resume\nGive up:   scim-test clean`,
    interrupted: (file: string) =>
      `Stopped. Nothing was removed from the target.\nGo on:     scim-test simulate --state ${file} --resume\nGive up:   scim-test clean`,
    stopping: 'Interrupted. The play is kept; press Ctrl-C again to leave at once.',
    resumes: (play: string, requests: number) =>
      `${play} goes on after ${requests} ${requests === 1 ? 'request' : 'requests'}.`,
  },
  nb: {
    noState: (flag: string) => `${flag} trenger filen som tar vare på spillet: --state FIL.`,
    noTarget:
      '--state tar vare på et spill mot et målsystem som fortsatt finnes etterpå; det gjør ikke det innebygde endepunktet. Oppgi --target, eller utelat --state.',
    onePlay: (plays: number) =>
      `--state tar vare på ett spill; dette er ${plays}. Oppgi én dialekt og ett scenario.`,
    until: (given: string) => `--until tar nummeret på en synkronisering, fra 1; fikk ${given}.`,
    untilTooFar: (given: number, scenario: string, syncs: number) =>
      `--until ${given} er forbi slutten: «${scenario}» har ${syncs} ${syncs === 1 ? 'synkronisering' : 'synkroniseringer'}.`,
    exists: (file: string) =>
      `${file} finnes allerede. Fortsett det den tar vare på med --resume, eller velg en annen fil med --state.`,
    notRead: (file: string, code: string) =>
      code === 'ENOENT'
        ? `Det finnes ingen ${file} å fortsette med. Utelat --resume for å begynne et spill som tas vare på der.`
        : `Kan ikke lese ${file} (${code}).`,
    notWritten: (file: string, code: string) =>
      `Kan ikke skrive til ${file} (${code}). Velg en annen fil med --state.`,
    foreign: (file: string) =>
      `${file} tar ikke vare på noe spill. Den er ikke endret: oppgi filen som ble gitt med --state tidligere.`,
    version: (file: string, version: string, known: number) =>
      `${file} tar vare på et spill i versjon ${version}; dette programmet leser ${known}. Fortsett med programmet som begynte det, eller fjern det spillet laget med \`scim-test clean\` og begynn på nytt.`,
    broken: (file: string, line: number) =>
      `${file} er ødelagt: linje ${line} er ikke slik dette programmet skriver. Ingenting ble sendt. Legg tilbake en kopi, eller fjern det spillet laget med \`scim-test clean\` og begynn på nytt.`,
    over: (file: string, play: string) =>
      `Spillet ${play} i ${file} er over. Spill det en gang til med en annen --state og uten --resume; ble det stanset under oppryddingen, fjerner \`scim-test clean\` resten.`,
    other: (file: string, flag: string, given: string, kept: string) =>
      `${file} ble begynt med --${flag} ${kept}, ikke med ${given}. Utelat --${flag} for å fortsette, eller begynn et annet spill med en annen --state.`,
    otherPlay: (file: string, kept: string, given: string) =>
      `${file} tar vare på spillet ${kept}, og dette ville vært ${given}. Oppgi --dialect og --scenario som første gang, eller en annen --state.`,
    noJournal: (file: string, journal: string) =>
      `Det spillet i ${file} har laget, er skrevet ned i ${journal}, som ikke finnes: det er ryddet opp, eller --out var en annen mappe. Uten den kan ingenting skrives til målsystemet. Oppgi --out fra den tidligere delen, eller begynn på nytt med en annen --state.`,
    departs: (file: string, step: number, was: string, is: string, program: string) =>
      `${file} passer ikke: forespørsel ${step} i spillet var\n  ${was}\nog ville nå vært\n  ${is}\nScenarioet er endret før det stedet, eller scim-test ${program}, som begynte spillet, gjør noe annet. Ingenting ble sendt. Legg tilbake scenarioet, eller fjern det spillet laget med \`scim-test clean\` og begynn på nytt.`,
    notKept: (file: string, why: string) =>
      `Det som skjer, kan ikke lenger tas vare på i ${file} (${why}), så spillet stanset. Det spillet laget, er fortsatt i målsystemet: fortsett med --resume, eller fjern det med \`scim-test clean\`.`,
    changedBySomebody: 'et annet program endret den',
    paused: (synced: number, resources: number, file: string) =>
      `Stanset etter synkronisering ${synced}. ${resources} ${resources === 1 ? 'ressurs blir' : 'ressurser blir'} i målsystemet.\nFortsett:  scim-test simulate --state ${file} --resume\nGi opp:    scim-test clean`,
    interrupted: (file: string) =>
      `Stanset. Ingenting ble fjernet fra målsystemet.\nFortsett:  scim-test simulate --state ${file} --resume\nGi opp:    scim-test clean`,
    stopping: 'Avbrutt. Spillet blir tatt vare på; trykk Ctrl-C igjen for å gå med en gang.',
    resumes: (play: string, requests: number) =>
      `${play} fortsetter etter ${requests} ${requests === 1 ? 'forespørsel' : 'forespørsler'}.`,
  },
})
