import { inBothLanguages } from './language.ts'

/** What `serve --record` says. */
export const recording = inBothLanguages({
  en: {
    record:
      'Judge the client that provisions into the endpoint, and write reports when the session ends; see docs/guides/testing-a-client.md',
    out: 'Folder of the reports of --record',
    for: 'End the recording after this time: 90s, 10m, 2h',
    idle: 'End the recording when the client has sent nothing for this time after its last request',
    fault: (kinds: readonly string[]) =>
      `Make faults while recording: ${kinds.join(', ')}; 429/5 strikes every fifth request, 10 where nothing is said`,
    strict: 'Judge by the text alone, as in a strict run',
    recording: (out: string) =>
      `Recording what the client sends. Point it at the address above and let it provision; Ctrl-C ends the session and writes the reports to ${out}.`,
    nothing: 'The client sent nothing: there is nothing to judge.',
    besideOnly: (url: string) =>
      `Everything that the client sent missed the endpoint. Its base address is ${url}; resources are below it, such as ${url}/Users.`,
    changedNothing:
      'The client changed nothing in this session, so nothing is known of how it provisions. Let it create and change somebody.',
    badFault: (flag: string, kinds: readonly string[]) =>
      `--fault ${flag} is none. Known: ${kinds.join(', ')}, each with /N behind it for every Nth request, N at least 2.`,
    badTime: (flag: string, text: string) =>
      `${flag} ${text} is no time. Write a number with s, m or h: 90s, 10m, 2h.`,
    needsRecord: (flag: string) => `${flag} goes with --record.`,
    real: 'The client sent an identity number that a real person may have. The recording was ended; the number is not in the record. Use synthetic people only.',
  },
  nb: {
    record:
      'Bedøm klienten som provisjonerer mot endepunktet, og skriv rapporter når økten er slutt; se docs/guides/testing-a-client.md',
    out: 'Mappe for rapportene fra --record',
    for: 'Avslutt opptaket etter denne tiden: 90s, 10m, 2h',
    idle: 'Avslutt opptaket når klienten ikke har sendt noe på så lenge etter siste forespørsel',
    fault: (kinds: readonly string[]) =>
      `Lag feil under opptaket: ${kinds.join(', ')}; 429/5 rammer hver femte forespørsel, hver tiende når ikke noe annet er sagt`,
    strict: 'Bedøm etter teksten alene, som i en streng kjøring',
    recording: (out: string) =>
      `Tar opp det klienten sender. Pek den mot adressen over og la den provisjonere; Ctrl-C avslutter økten og skriver rapportene til ${out}.`,
    nothing: 'Klienten sendte ingenting: det er ingenting å bedømme.',
    besideOnly: (url: string) =>
      `Alt klienten sendte, gikk utenom endepunktet. Basisadressen er ${url}; ressursene ligger under den, for eksempel ${url}/Users.`,
    changedNothing:
      'Klienten endret ingenting i denne økten, så ingenting er kjent om hvordan den provisjonerer. La den opprette og endre noen.',
    badFault: (flag: string, kinds: readonly string[]) =>
      `--fault ${flag} finnes ikke. Kjente: ${kinds.join(', ')}, hver med /N bak for hver N-te forespørsel, der N er minst 2.`,
    badTime: (flag: string, text: string) =>
      `${flag} ${text} er ikke en tid. Skriv et tall med s, m eller h: 90s, 10m, 2h.`,
    needsRecord: (flag: string) => `${flag} hører sammen med --record.`,
    real: 'Klienten sendte et fødselsnummer som en virkelig person kan ha. Opptaket ble avsluttet; nummeret står ikke i opptaket. Bruk bare syntetiske personer.',
  },
})
