/** What the commands say, in one table: found, where, what to do. */
export const messages = {
  nothingSelected: (only: readonly string[]) =>
    `Nothing to do: no check, rule or rehearsal matches ${only.join(', ') || 'the selection'}. See \`scim-test list\`.`,
  leftoverJournals: (count: number, out: string) =>
    `${count === 1 ? 'A run' : `${count} runs`} that did not end left a journal in ${out}. \`scim-test clean\` removes what is still on the target.`,
  productionRefused: (host: string) =>
    `${host} looks like production, where real people are. Nothing was sent. Test environments only; if it is one after all, name it: --allow-production ${host}`,
  differentTarget: (file: string, target: string) =>
    `${file} belongs to ${target}. Run \`scim-test clean --target ${target}\` with the credentials of that target.`,
  nothingToClean: (out: string) => `Nothing to clean: no run in ${out} left a journal behind.`,
  cleaned: (run: string, count: number) =>
    `Run ${run}: ${count === 0 ? 'nothing was left on the target' : `removed ${count} ${count === 1 ? 'resource' : 'resources'}`}.`,
  notCleaned: (path: string, answer: string) => `  still there: ${path} (${answer})`,
  interrupted: 'Interrupted. Cleaning up; press Ctrl-C again to leave at once (then run `scim-test clean`).',
  leftAtOnce: 'Left at once. `scim-test clean` removes what this run left on the target.',
  cannotWrite: (path: string, code: string) =>
    `Cannot write to ${path} (${code}). Choose another folder with --out.`,
  serving: (url: string, token: string | undefined, state: string | undefined) =>
    `Reference endpoint at ${url}\n${token ? 'Bearer token as given.' : 'No token: anybody on this machine may use it.'} Ctrl-C ends it; its data is ${state === undefined ? 'in memory' : `kept in ${state}`}.`,
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
  stateOfOtherTypes: (path: string, type: string) =>
    `${path} holds a resource of the type ${type}, which this endpoint does not have. It was left as it is: give the --resource-types it was made with, or choose another file with --state.`,
  noTypesFile: (path: string) => `There is no file ${path} with resource types.`,
  typeTwice: (name: string) => `two resource types are called ${name}.`,
  endpointTwice: (endpoint: string) => `two resource types are at ${endpoint}.`,
  endpointUnusable: (endpoint: string) =>
    `no resource type can be at ${endpoint}. Choose one segment that SCIM does not use itself, such as "/Devices".`,
  schemaMissing: (type: string, urn: string) =>
    `${type} names the schema ${urn}, which is not among the schemas. Add it there.`,
  portTaken: (port: number) => `Port ${port} is taken. Choose another with --port, or --port 0 for any.`,
  unknownUnit: (id: string, hint: string) =>
    `There is no check, rule, requirement or dialect "${id}".${hint} See \`scim-test list\`.`,
  unknownList: (what: string, known: readonly string[], hint: string) =>
    `Cannot list "${what}".${hint} Known: ${known.join(', ')}.`,
  hostFault: (fault: string) => `The host of the run had a fault: ${fault}`,
  nothingNamed: 'Name at least one: --dialect NAME --scenario NAME, or `all`. `scim-test list` shows them.',
  noAllure: 'Allure results are written by `scim-test run`; `simulate` writes HTML, JSON and JUnit.',
  notMeantFor: (scenario: string, dialect: string, dialects: readonly string[]) =>
    `The scenario "${scenario}" is not meant for the dialect "${dialect}", only for ${dialects.join(', ')}.`,
  scenarioOfNobody: (scenario: string, dialect: string, hint: string, known: readonly string[]) =>
    `The scenario "${scenario}" is for the dialect "${dialect}", which there is not.${hint} Known: ${known.join(', ')}.`,
  patchNeeded: 'The target offers no PATCH, or has no users and groups: this scenario cannot be played.',
} as const
