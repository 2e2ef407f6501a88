import { inBothLanguages } from './language.ts'

/** What the reference endpoint says about itself, its file of state and its resource types. */
export const serving = inBothLanguages({
  en: {
    serving: (url: string, token: string | undefined, state: string | undefined, signIn?: string) =>
      `Reference endpoint at ${url}\n${signIn ?? (token ? 'Bearer token as given.' : 'No token: anybody on this machine may use it.')} Ctrl-C ends it; its data is ${state === undefined ? 'in memory' : `kept in ${state}`}.`,
    portTaken: (port: number) => `Port ${port} is taken. Choose another with --port, or --port 0 for any.`,
    unknownDeviation: (kind: string, name: string, hint: string) =>
      `The reference endpoint has no ${kind} "${name}".${hint} See \`scim-test list defects\` and \`scim-test list variants\`.`,
    stateNotRead: (path: string, code: string) => `Cannot read ${path} (${code}).`,
    stateNotWritten: (path: string, code: string) =>
      `Cannot write to ${path} (${code}). Choose another file with --state.`,
    stateNotKept: (path: string, code: string) =>
      `Cannot write to ${path} (${code}): what changes from now on is in memory only, and is tried again with the next change.`,
    stateIsForeign: (path: string) =>
      `${path} is no state of the reference endpoint. It was left as it is: choose another file with --state, or move this one away.`,
    stateOfOtherVersion: (path: string, version: string) =>
      `${path} is a state of version ${version}, which this program does not know. It was left as it is: choose another file with --state.`,
    stateIsBroken: (path: string, why: string) =>
      `${path} is a state of the reference endpoint, but ${why}. It was left as it is: mend it, or choose another file with --state.`,
    stateChanged: 'another program changed it',
    noResources: 'it has no resources',
    incomplete: (n: number) => `resource ${n} is incomplete`,
    thereTwice: (id: string) => `${id} is there twice`,
    stateOfOtherTypes: (path: string, type: string) =>
      `${path} holds a resource of the type ${type}, which this endpoint does not have. It was left as it is: give the --resource-types it was made with, or choose another file with --state.`,
    noTypesFile: (path: string) => `There is no file ${path} with resource types.`,
    unknownKey: (file: string, key: string, hint: string, known: readonly string[]) =>
      `${file}: unknown key "${key}".${hint} Known: ${known.join(', ')}.`,
    notReadable: (file: string, why: string) => `${file}: not valid YAML or JSON: ${why}`,
    noMap: (file: string, keys: readonly string[]) => `${file}: takes a map with ${keys.join(' and ')}.`,
    typeTwice: (name: string) => `two resource types are called ${name}.`,
    endpointTwice: (endpoint: string) => `two resource types are at ${endpoint}.`,
    endpointUnusable: (endpoint: string) =>
      `no resource type can be at ${endpoint}. Choose one segment that SCIM does not use itself, such as "/Devices".`,
    schemaMissing: (type: string, urn: string) =>
      `${type} names the schema ${urn}, which is not among the schemas. Add it there.`,
  },
  nb: {
    serving: (url: string, token: string | undefined, state: string | undefined, signIn?: string) =>
      `Referanseendepunktet svarer på ${url}\n${signIn ?? (token ? 'Bearer-token som oppgitt.' : 'Uten token: alle på denne maskinen kan bruke det.')} Ctrl-C avslutter; dataene ligger ${state === undefined ? 'bare i minnet' : `i ${state}`}.`,
    portTaken: (port: number) =>
      `Port ${port} er opptatt. Velg en annen med --port, eller --port 0 for en ledig port.`,
    unknownDeviation: (kind: string, name: string, hint: string) =>
      `Referanseendepunktet har ingen ${kind === 'variant' ? 'variant' : 'defekt'} som heter "${name}".${hint} Se \`scim-test list defects\` og \`scim-test list variants\`.`,
    stateNotRead: (path: string, code: string) => `Kan ikke lese ${path} (${code}).`,
    stateNotWritten: (path: string, code: string) =>
      `Kan ikke skrive til ${path} (${code}). Velg en annen fil med --state.`,
    stateNotKept: (path: string, code: string) =>
      `Kan ikke skrive til ${path} (${code}): endringer ligger fra nå av bare i minnet, og lagring prøves på nytt ved neste endring.`,
    stateIsForeign: (path: string) =>
      `${path} er ikke en tilstandsfil for referanseendepunktet. Filen er ikke rørt: velg en annen med --state, eller flytt denne.`,
    stateOfOtherVersion: (path: string, version: string) =>
      `${path} er en tilstandsfil i versjon ${version}, som dette programmet ikke kjenner. Filen er ikke rørt: velg en annen med --state.`,
    stateIsBroken: (path: string, why: string) =>
      `${path} er en tilstandsfil for referanseendepunktet, men ${why}. Filen er ikke rørt: rett den, eller velg en annen med --state.`,
    stateChanged: 'et annet program har endret den',
    noResources: 'den inneholder ingen ressurser',
    incomplete: (n: number) => `ressurs nummer ${n} er ufullstendig`,
    thereTwice: (id: string) => `${id} står der to ganger`,
    stateOfOtherTypes: (path: string, type: string) =>
      `${path} inneholder en ressurs av typen ${type}, som dette endepunktet ikke har. Filen er ikke rørt: bruk de --resource-types den ble laget med, eller velg en annen fil med --state.`,
    noTypesFile: (path: string) => `Filen ${path} med ressurstyper finnes ikke.`,
    unknownKey: (file: string, key: string, hint: string, known: readonly string[]) =>
      `${file}: ukjent nøkkel "${key}".${hint} Kjente nøkler: ${known.join(', ')}.`,
    notReadable: (file: string, why: string) => `${file}: ikke gyldig YAML eller JSON: ${why}`,
    noMap: (file: string, keys: readonly string[]) => `${file}: skal inneholde ${keys.join(' og ')}.`,
    typeTwice: (name: string) => `to ressurstyper heter ${name}.`,
    endpointTwice: (endpoint: string) => `to ressurstyper ligger på ${endpoint}.`,
    endpointUnusable: (endpoint: string) =>
      `ingen ressurstype kan ligge på ${endpoint}. Velg ett ledd som SCIM ikke bruker selv, for eksempel "/Devices".`,
    schemaMissing: (type: string, urn: string) =>
      `${type} viser til skjemaet ${urn}, som ikke er blant skjemaene. Legg det til der.`,
  },
})
