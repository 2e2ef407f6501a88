/** Documents of KS Digital, in the repository ks-no/ks-no.github.io. */
export const KS = {
  start: 'KS Digital, Ekstern brukerstyring: Kom i gang',
  model: 'KS Digital, Ekstern brukerstyring: Brukere og grupper',
  knowledge: 'KS Digital, Ekstern brukerstyring: KS Kunnskap',
  old: 'KS Digital, Sentralisert brukerstyring',
  azure: 'KS Digital, Sentralisert brukerstyring: Azure (2021)',
  sync: 'KS Digital, Ekstern brukerstyring: Sync API',
  security: 'KS Digital, Fiks-plattformen: Sikkerhet',
  config: 'KS Digital, brukersynkronisering-konfigurasjon-api-v1',
  test: 'KS Digital, Fiks-plattformen: Testmiljø',
  index: 'KS Digital, Ekstern brukerstyring',
  errors: 'KS Digital, Fiks-plattformen: Integrasjoner',
} as const

/** Not of KS: a service provider's own description of how it is set up with Fiks. */
export const IDENTUM = 'Identum, eADM and Fiks'
