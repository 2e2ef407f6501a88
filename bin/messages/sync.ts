import { inBothLanguages } from './language.ts'

/** What is said about the Sync API, by which target systems read what was provisioned. */
export const syncMessages = inBothLanguages({
  en: {
    api: 'URL of the Sync API of Fiks, to see what arrives downstream; token in SCIM_TEST_SYNC_TOKEN',
    org: 'With the Sync API: fiksOrgId, a UUID',
    system: 'With the Sync API: maalSystem',
    settle: 'Milliseconds until what was written arrives in the Sync API  [10000]',
    servedOrg: 'Of the Sync API that it offers: fiksOrgId, a UUID',
    servedSystem: 'Of the Sync API that it offers: maalSystem',
    needs: (what: string) =>
      `--sync-api needs to know whose users it asks for. Say it with ${what}, or in the configuration file under "sync".`,
    alone: (what: string) => `${what} is of use together with --sync-api only.`,
    embedded: '--sync-api goes with --target: the embedded endpoint has a Sync API of its own.',
    noTime: (value: string) =>
      `the time for the Sync API is a number of milliseconds, 0 or more; got "${value}".`,
    noUuid: (value: string) => `fiksOrgId has to be a UUID; got "${value}".`,
    plainHttp: (host: string) =>
      `The Sync API at ${host} would be asked without TLS, with its token in the open. Use https://.`,
    notOffered: (profile: string) =>
      `Profile ${profile} offers no Sync API: --sync-org and --sync-system are for profiles such as fiks-current.`,
    served: (url: string, org: string, system: string, hasToken: boolean) =>
      `Sync API at ${url} (--sync-org ${org} --sync-system ${system}). ${hasToken ? 'Its token is the one in SCIM_TEST_SYNC_TOKEN.' : 'No token: set SCIM_TEST_SYNC_TOKEN to ask for one.'}`,
  },
  nb: {
    api: 'URL-en til Sync API i Fiks, for å se hva som kommer fram; token i SCIM_TEST_SYNC_TOKEN',
    org: 'Med Sync API: fiksOrgId, en UUID',
    system: 'Med Sync API: maalSystem',
    settle: 'Millisekunder til det som er skrevet, er framme i Sync API  [10000]',
    servedOrg: 'Om Sync API som tilbys: fiksOrgId, en UUID',
    servedSystem: 'Om Sync API som tilbys: maalSystem',
    needs: (what: string) =>
      `--sync-api må vite hvem sine brukere det spørres etter. Oppgi det med ${what}, eller i konfigurasjonsfilen under "sync".`,
    alone: (what: string) => `${what} har bare noe for seg sammen med --sync-api.`,
    embedded: '--sync-api hører sammen med --target: det innebygde endepunktet har sitt eget Sync API.',
    noTime: (value: string) => `tiden for Sync API er et antall millisekunder, minst 0, men er "${value}".`,
    noUuid: (value: string) => `fiksOrgId må være en UUID, men er "${value}".`,
    plainHttp: (host: string) =>
      `Sync API på ${host} ville blitt spurt uten TLS, med tokenet åpent. Bruk https://.`,
    notOffered: (profile: string) =>
      `Profilen ${profile} tilbyr ikke noe Sync API: --sync-org og --sync-system er for profiler som fiks-current.`,
    served: (url: string, org: string, system: string, hasToken: boolean) =>
      `Sync API svarer på ${url} (--sync-org ${org} --sync-system ${system}). ${hasToken ? 'Tokenet er det som ligger i SCIM_TEST_SYNC_TOKEN.' : 'Uten token: sett SCIM_TEST_SYNC_TOKEN for å kreve et.'}`,
  },
})
