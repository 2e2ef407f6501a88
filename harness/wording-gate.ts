import type { Excusable, FailOn, StaleWhy } from './baseline.ts'

const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`

/** What reports say about the build, as against the target. */
export const gateEn = {
  passes: 'The build passes',
  fails: 'The build fails',
  baseline: 'Baseline',
  failOn: {
    fail: 'only failures are red',
    blocked: 'failures and what is blocked are red',
    warn: 'failures, what is blocked, and warnings are red',
    never: 'nothing is red: the run only reports',
  } satisfies Readonly<Record<FailOn, string>>,
  counted: {
    fail: (n: number) => many(n, 'failure', 'failures'),
    blocked: (n: number) => many(n, 'blocked item', 'blocked items'),
    warn: (n: number) => many(n, 'warning', 'warnings'),
  } satisfies Readonly<Record<Excusable, (n: number) => string>>,
  until: (until: string, reason: string) => `excused until ${until}: ${reason}`,
  excused: (counts: string, file: string, until: string) => `${counts} excused by ${file} until ${until}`,
  excusedFirst: (counts: string, file: string, first: string, last: string) =>
    `${counts} excused by ${file}, the first until ${first}, the last until ${last}`,
  red: (n: number) => `${many(n, 'item is', 'items are')} red and not excused`,
  stale: (n: number) => `${many(n, 'entry', 'entries')} of the baseline to put right`,
  untried: (n: number) => `${many(n, 'entry', 'entries')} of the baseline not tried by this run`,
  why: {
    fixed: (_until: string, found: string) => `Fixed: it is "${found}" now. Take the entry out.`,
    expired: (until: string, found: string) =>
      `Expired on ${until}, and it is still "${found}". Mend it, or give the entry a new reason and a new day.`,
    worse: (_until: string, found: string) =>
      `Worse than the entry says: it is "${found}" now, which the entry does not excuse.`,
    unknown: () => 'Names nothing that this run has. Correct the id, or take the entry out.',
  } satisfies Readonly<Record<StaleWhy, (until: string, found: string) => string>>,
  prune: (file: string) => `\`scim-test baseline prune --file ${file}\` takes out what is fixed or unknown.`,
  shard: (index: number, of: number) => `part ${index} of ${of} only`,
  notShown: (n: number) => `${many(n, 'more is', 'more are')} in the job summary and in report.html`,
  summary: {
    id: 'Check',
    outcome: 'Outcome',
    requirement: 'Requirement',
    found: 'Found',
    reason: 'Reason',
    until: 'Until',
    red: 'Red',
    excused: 'Excused by the baseline',
    stale: 'Baseline entries to put right',
    warnings: 'Warnings',
    more: (n: number) => `… and ${n} more, in report.html`,
    again: 'Again',
  },
}

export const gateNb: typeof gateEn = {
  passes: 'Bygget kan gå videre',
  fails: 'Bygget stopper her',
  baseline: 'Baseline',
  failOn: {
    fail: 'bare det som ikke er bestått, er rødt',
    blocked: 'det som ikke er bestått eller ikke lot seg prøve, er rødt',
    warn: 'det som ikke er bestått eller ikke lot seg prøve, og advarsler er rødt',
    never: 'ingenting er rødt: kjøringen bare rapporterer',
  },
  counted: {
    fail: (n) => `${n} ikke bestått`,
    blocked: (n) => `${n} ikke prøvd`,
    warn: (n) => many(n, 'advarsel', 'advarsler'),
  },
  until: (until, reason) => `godtatt til og med ${until}: ${reason}`,
  excused: (counts, file, until) => `${counts}, godtatt i ${file} til og med ${until}`,
  excusedFirst: (counts, file, first, last) =>
    `${counts}, godtatt i ${file}, den første til og med ${first}, den siste til og med ${last}`,
  red: (n) => many(n, 'punkt er rødt og ikke godtatt', 'punkter er røde og ikke godtatt'),
  stale: (n) => many(n, 'oppføring i baseline må rettes', 'oppføringer i baseline må rettes'),
  untried: (n) =>
    many(n, 'oppføring i baseline ble ikke prøvd her', 'oppføringer i baseline ble ikke prøvd her'),
  why: {
    fixed: (_until, found) => `Rettet: resultatet er nå «${found}». Ta ut oppføringen.`,
    expired: (until, found) =>
      `Gikk ut ${until}, og resultatet er fortsatt «${found}». Rett feilen, eller gi oppføringen en ny begrunnelse og en ny dato.`,
    worse: (_until, found) =>
      `Verre enn oppføringen sier: resultatet er nå «${found}», og det godtar den ikke.`,
    unknown: () => 'Viser til noe som ikke finnes i denne kjøringen. Rett id-en, eller ta ut oppføringen.',
  },
  prune: (file) => `\`scim-test baseline prune --file ${file}\` tar ut det som er rettet eller ukjent.`,
  shard: (index, of) => `bare del ${index} av ${of}`,
  notShown: (n) => `${n} til står i sammendraget av jobben og i report.html`,
  summary: {
    id: 'Sjekk',
    outcome: 'Resultat',
    requirement: 'Krav',
    found: 'Funn',
    reason: 'Begrunnelse',
    until: 'Til og med',
    red: 'Rødt',
    excused: 'Godtatt i baseline',
    stale: 'Oppføringer i baseline som må rettes',
    warnings: 'Advarsler',
    more: (n) => `… og ${n} til i report.html`,
    again: 'Kjør på nytt',
  },
}
