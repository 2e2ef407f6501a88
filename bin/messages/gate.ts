import { inBothLanguages } from './language.ts'

/** What the commands say about baseline, comparison and parts of a run. */
export const gate = inBothLanguages({
  en: {
    noFile: (path: string) =>
      `There is no baseline ${path}. \`scim-test baseline create\` makes one from a run's record.`,
    notRead: (path: string, code: string) => `Cannot read ${path} (${code}).`,
    notWritten: (path: string, code: string) => `Cannot write ${path} (${code}).`,
    notYaml: (why: string) => `not valid YAML: ${why}`,
    noMap: 'a baseline is a map with the key entries.',
    unknownKey: (key: string, hint: string, known: string) => `unknown key "${key}".${hint} Known: ${known}.`,
    noList: 'entries takes a list.',
    noEntry: 'an entry is a map with id, reason and until.',
    lacks: (key: string) => `the entry has no ${key}.`,
    noText: (key: string) => `${key} takes a text that is not empty.`,
    noOutcome: (found: string, known: string) => `outcome is ${found}; it takes one of ${known}.`,
    noDate: (found: string) => `until is ${found}; it takes a day of the calendar, like 2027-01-31.`,
    twice: (id: string, line: number) => `${id} has an entry already, in line ${line}.`,
    noReason: 'Say with --reason why these failures are put up with: it stands in every report.',
    noUntil:
      'Say with --until to which day they are put up with, like --until 2027-01-31. From the day after, the build is red again.',
    untilPast: (until: string) => `--until ${until} is over. Name a day to come.`,
    exists: (path: string) =>
      `${path} is there already and was left as it is. \`scim-test baseline update\` adds what is new, \`scim-test baseline prune\` takes out what is not needed any more.`,
    unfinished: (path: string) =>
      `${path} is of a run that did not end: what it never reached is not known to fail. Run it again.`,
    allGreen: 'Nothing is red: no baseline is needed, and none was written.',
    added: (count: number, path: string) =>
      `${count === 1 ? '1 entry' : `${count} entries`} written to ${path}.`,
    nothingAdded: (path: string) => `Nothing is red that ${path} does not excuse. It was left as it is.`,
    pruned: (count: number, path: string) =>
      `${count === 1 ? '1 entry' : `${count} entries`} taken out of ${path}.`,
    nothingPruned: (path: string) => `Every entry of ${path} is still needed. It was left as it is.`,
    useIt: (path: string) => `Use it: scim-test run … --baseline ${path}`,
    faults: (count: number) =>
      `In ${count === 1 ? 'one item' : `${count} items`} scim-test itself was at fault; a baseline does not excuse that.`,
    entryComment: (title: string) => ` ${title}`,
    fileComment: ' Known failures. Each excuses the build to the end of its day, and never the report.',
    noRecord: (path: string) =>
      `There is no file ${path}. A run writes run.ndjson and report.json to its --out folder.`,
    noReport: (path: string) =>
      `${path} is neither the record (run.ndjson) nor the report (report.json) of a run.`,
    badFailOn: (found: string, known: string) => `--fail-on takes one of ${known}; got "${found}".`,
    badShard: (found: string) => `--shard takes a part and the number of parts, like 2/4; got "${found}".`,
    otherRun: (path: string, what: string, here: string, there: string) =>
      `${path} does not belong to the others: its ${what} is ${here}, theirs is ${there}.`,
    partTwice: (part: string, one: string, other: string) => `${one} and ${other} are both part ${part}.`,
    partsMissing: (parts: string) => `Parts are missing: ${parts}. Merge when all have run.`,
    notParts: (path: string) =>
      `${path} is no part of a run: it was made without --shard. Only parts of one run can be merged.`,
    mergedOnto: (path: string) =>
      `${path} is one of the parts; merging would overwrite it. Choose another folder with --out.`,
    diffRed: 'Turned red',
    diffWorse: 'Worse',
    diffGreen: 'Turned green',
    diffBetter: 'Better',
    diffNew: 'New',
    diffGone: 'Gone',
    diffUntried: (count: number) =>
      `${count === 1 ? '1 item was' : `${count} items were`} not selected in one of the two and cannot be compared.`,
    diffSame: (count: number) => `${count === 1 ? '1 item is' : `${count} items are`} as before.`,
    diffBreaks: (requirements: string) => `now also breaks ${requirements}`,
    diffOther: (what: string, a: string, b: string) => `Different ${what}: ${a} and ${b}.`,
    diffNothing: 'Nothing turned red.',
    help: {
      baseline: 'Make or mend the file of known failures, from the record of a run',
      action: 'create: a new file; update: add what is red and not in it; prune: take out what is not needed',
      from: 'Record (run.ndjson) or report (report.json) of the run',
      file: 'The file of known failures',
      reason: 'Why these failures are put up with',
      until: 'The last day on which they are, YYYY-MM-DD, in UTC',
      diff: 'Compare two runs: what turned red or green, what is new or gone',
      side: 'Record (run.ndjson) or report (report.json) of a run',
      json: 'Print the comparison as JSON',
      merge: 'Put the parts of a run (--shard) together: one record, one report, one judgement',
      parts: 'Records of all parts, or the folders they are in',
    },
    diffCount: (count: number) => `${count === 1 ? '1 item' : `${count} items`} turned red or became worse.`,
  },
  nb: {
    noFile: (path) =>
      `Det finnes ingen baseline ${path}. \`scim-test baseline create\` lager en fra kjøringsloggen.`,
    notRead: (path, code) => `Kan ikke lese ${path} (${code}).`,
    notWritten: (path, code) => `Kan ikke skrive ${path} (${code}).`,
    notYaml: (why) => `ikke gyldig YAML: ${why}`,
    noMap: 'en baseline er et objekt med nøkkelen entries.',
    unknownKey: (key, hint, known) => `ukjent nøkkel «${key}».${hint} Kjente nøkler: ${known}.`,
    noList: 'entries skal være en liste.',
    noEntry: 'en oppføring er et objekt med id, reason og until.',
    lacks: (key) => `oppføringen mangler ${key}.`,
    noText: (key) => `${key} skal være en tekst som ikke er tom.`,
    noOutcome: (found, known) => `outcome er ${found}; det skal være en av ${known}.`,
    noDate: (found) => `until er ${found}; det skal være en dato, som 2027-01-31.`,
    twice: (id, line) => `${id} har allerede en oppføring, på linje ${line}.`,
    noReason: 'Si med --reason hvorfor disse bruddene godtas: det står i hver rapport.',
    noUntil:
      'Si med --until til og med hvilken dag de godtas, som --until 2027-01-31. Fra dagen etter er bygget rødt igjen.',
    untilPast: (until) => `--until ${until} er passert. Oppgi en dag som kommer.`,
    exists: (path) =>
      `${path} finnes allerede og er ikke endret. \`scim-test baseline update\` legger til det som er nytt, \`scim-test baseline prune\` tar ut det som ikke trengs lenger.`,
    unfinished: (path) =>
      `${path} er fra en kjøring som ikke ble ferdig: det den aldri kom til, vet ingen om består. Kjør på nytt.`,
    allGreen: 'Ingenting er rødt: det trengs ingen baseline, og ingen ble skrevet.',
    added: (count, path) => `${count === 1 ? '1 oppføring' : `${count} oppføringer`} skrevet til ${path}.`,
    nothingAdded: (path) => `Alt som er rødt, er godtatt i ${path}. Filen er ikke endret.`,
    pruned: (count, path) => `${count === 1 ? '1 oppføring' : `${count} oppføringer`} tatt ut av ${path}.`,
    nothingPruned: (path) => `Alle oppføringene i ${path} trengs fortsatt. Filen er ikke endret.`,
    useIt: (path) => `Slik brukes den: scim-test run … --baseline ${path}`,
    faults: (count) =>
      `I ${count === 1 ? 'ett tilfelle' : `${count} tilfeller`} sviktet scim-test selv; det kan ingen baseline godta.`,
    entryComment: (title) => ` ${title}`,
    fileComment:
      ' Kjente brudd. De stopper ikke bygget til og med sin siste dag, men står alltid i rapporten.',
    noRecord: (path) =>
      `Det finnes ingen fil ${path}. En kjøring skriver run.ndjson og report.json til mappen i --out.`,
    noReport: (path) =>
      `${path} er verken kjøringsloggen (run.ndjson) eller rapporten (report.json) fra en kjøring.`,
    badFailOn: (found, known) => `--fail-on skal være en av ${known}; fikk «${found}».`,
    badShard: (found) => `--shard skal være en del og antall deler, som 2/4; fikk «${found}».`,
    otherRun: (path, what, here, there) =>
      `${path} hører ikke sammen med de andre: ${what} er ${here}, hos de andre ${there}.`,
    partTwice: (part, one, other) => `${one} og ${other} er begge del ${part}.`,
    partsMissing: (parts) => `Noen deler mangler: ${parts}. Slå sammen når alle er kjørt.`,
    notParts: (path) =>
      `${path} er ikke en del av en kjøring: den ble laget uten --shard. Bare deler av én kjøring kan slås sammen.`,
    mergedOnto: (path) =>
      `${path} er en av delene og ville blitt overskrevet. Velg en annen mappe med --out.`,
    diffRed: 'Ble rødt',
    diffWorse: 'Verre',
    diffGreen: 'Ble grønt',
    diffBetter: 'Bedre',
    diffNew: 'Nytt',
    diffGone: 'Borte',
    diffUntried: (count) =>
      `${count === 1 ? 'Ett punkt var' : `${count} punkter var`} ikke valgt i en av de to og kan ikke sammenlignes.`,
    diffSame: (count) => `${count === 1 ? 'Ett punkt er' : `${count} punkter er`} som før.`,
    diffBreaks: (requirements) => `bryter nå også ${requirements}`,
    diffOther: (what, a, b) => `${what} er ulik: ${a} og ${b}.`,
    diffNothing: 'Ingenting ble rødt.',
    help: {
      baseline: 'Lag eller rett filen med kjente brudd ut fra kjøringsloggen',
      action:
        'create: ny fil; update: legg til det som er rødt og ikke står der; prune: ta ut det som ikke trengs',
      from: 'Kjøringslogg (run.ndjson) eller rapport (report.json) fra kjøringen',
      file: 'Filen med kjente brudd',
      reason: 'Hvorfor disse bruddene godtas',
      until: 'Siste dag de godtas, ÅÅÅÅ-MM-DD, i UTC',
      diff: 'Sammenlign to kjøringer: hva som ble rødt eller grønt, hva som er nytt eller borte',
      side: 'Kjøringslogg (run.ndjson) eller rapport (report.json) fra en kjøring',
      json: 'Skriv ut sammenligningen som JSON',
      merge: 'Sett sammen delene av en kjøring (--shard): én kjøringslogg, én rapport, én vurdering',
      parts: 'Kjøringsloggene fra alle delene, eller mappene de ligger i',
    },
    diffCount: (count) => `${count === 1 ? 'Ett punkt' : `${count} punkter`} ble rødt eller verre.`,
  },
})
