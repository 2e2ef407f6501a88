import type { ProfileNote } from '#check'
import { SOURCES } from './sources.part.ts'

/** What is known of the tools themselves. */
export const notes: readonly ProfileNote[] = [
  {
    id: 'validator-does-not-look',
    text: {
      en: 'The validator does not look at Location, meta.location, the media type and status member of errors, ETag, paging, attributes, sorting, bulk or /ServiceProviderConfig: a target that fails here on those may pass there.',
      nb: 'Validatoren ser ikke på Location, meta.location, medietypen og status i feilsvar, ETag, paginering, attributes, sortering, bulk eller /ServiceProviderConfig: et målsystem som feiler på dette her, kan bestå der.',
    },
    source: SOURCES.captures,
  },
  {
    id: 'validator-sends-random-text',
    text: {
      en: 'The validator sends random text as locale, time zone, profile URL and role, and the text True as primary of a role: a target that refuses those fails there for what the RFCs allow. The requests of this profile use values of the right kind.',
      nb: 'Validatoren sender tilfeldig tekst som locale, tidssone, profil-URL og rolle, og teksten True som primary for en rolle: et målsystem som avviser dette, feiler der for noe RFC-ene tillater. Forespørslene i denne profilen bruker verdier av riktig slag.',
    },
    source: SOURCES.captures,
  },
  {
    id: 'validator-sends-what-it-believes',
    text: {
      en: 'The validator cannot leave out attributes that it takes for required, and reports attributes that are never returned.',
      nb: 'Validatoren kan ikke utelate attributter den tror er påkrevd, og melder feil på attributter som aldri returneres.',
    },
    source: SOURCES.tutorial,
  },
  {
    id: 'validator-soft-delete',
    text: {
      en: 'The validator has no test of soft deletion; a target that still shows a deleted user with 200 fails its test of deletion.',
      nb: 'Validatoren har ingen test av myk sletting; et målsystem som fortsatt viser en slettet bruker med 200, feiler i testen av sletting.',
    },
    source: SOURCES.tutorial,
  },
  {
    id: 'gallery-closed',
    text: {
      en: 'In the middle of 2026 the gallery took no new requests for provisioning for a time; the rows say what its documents asked for then.',
      nb: 'Midt i 2026 tok galleriet for en tid ikke imot nye forespørsler om klargjøring; kravene her er de som dokumentene stilte da.',
    },
    source: SOURCES.listing,
  },
  {
    id: 'gallery-checklist',
    text: {
      en: 'The checklist with the numbers 2.1.1 to 2.3.5 asks for the same as the listing, as questions.',
      nb: 'Sjekklisten med numrene 2.1.1 til 2.3.5 spør om det samme som oppføringskravene, formulert som spørsmål.',
    },
    source: SOURCES.checklist,
  },
]
