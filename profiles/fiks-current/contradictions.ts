import type { ProfileNote } from '#check'
import { KS } from './sources.part.ts'

/** Where the documents of KS contradict each other, and what that means here. Nobody fails for following one of them. */
export const contradictions: readonly ProfileNote[] = [
  {
    id: 'fiks/X1',
    text: {
      en: 'The text names the extension without a version, every example and table with 1.0. The URN with 1.0 counts; an endpoint that takes the other one too does nothing wrong.',
      nb: 'Teksten nevner utvidelsen uten versjon, alle eksempler og tabeller med 1.0. URN-en med 1.0 gjelder; et endepunkt som også godtar den andre, gjør ikke noe galt.',
    },
    source: KS.model,
  },
  {
    id: 'fiks/X2',
    text: {
      en: 'The smallest example of a user has no userName; RFC 7643 and the Sync API demand one. Clients had better send it; endpoints may do either.',
      nb: 'Det minste eksempelet på en bruker har ikke userName; RFC 7643 og Sync API krever det. Klienter bør sende det; endepunkter kan gjøre begge deler.',
    },
    source: `${KS.start}; ${KS.sync}`,
  },
  {
    id: 'fiks/X3',
    text: {
      en: 'One page says that nobody can be synchronised without an identity number, the other that it works and gives no access in Fiks forvaltning. A user without one has to be accepted.',
      nb: 'Én side sier at ingen kan synkroniseres uten fødselsnummer, en annen at det går, men ikke gir tilgang i Fiks forvaltning. En bruker uten nummer skal godtas.',
    },
    source: `${KS.start}; ${KS.model}`,
  },
  {
    id: 'fiks/X4',
    text: {
      en: 'Groups in groups are not supported, yet the Sync API has members of the type Group. Clients must not send them; an endpoint that takes them gets a warning, and whoever reads the Sync API has to survive them.',
      nb: 'Grupper i grupper støttes ikke, men Sync API har medlemmer av typen Group. Klienter skal ikke sende dem; et endepunkt som godtar dem, får en advarsel, og den som leser Sync API, må tåle dem.',
    },
    source: `${KS.model}; ${KS.sync}`,
  },
  {
    id: 'fiks/X5',
    text: {
      en: 'That a number can be entered by hand later is called coming in one place and necessary in another. It is taken to be possible.',
      nb: 'At et nummer kan føres inn for hånd senere, er varslet ett sted og nødvendig et annet. Det regnes som mulig.',
    },
    source: `${KS.index}; ${KS.start}; ${KS.model}`,
  },
  {
    id: 'fiks/X6',
    text: {
      en: 'Older specifications name the test host api.test.fiks.ks.no, newer ones api.fiks.test.ks.no. Both count as test.',
      nb: 'Eldre spesifikasjoner har testverten api.test.fiks.ks.no, nyere har api.fiks.test.ks.no. Begge regnes som test.',
    },
    source: `${KS.config}; ${KS.test}`,
  },
  {
    id: 'fiks/X7',
    text: {
      en: 'One page allows synthetic data only, an older one also anonymised data and data with consent. The stricter one counts: only synthetic people.',
      nb: 'Én side tillater bare syntetiske data, en eldre også anonymiserte data og data med samtykke. Den strengeste gjelder: bare syntetiske personer.',
    },
    source: `${KS.test}; ${KS.security}`,
  },
  {
    id: 'fiks/X8',
    text: {
      en: 'The numbers in the examples fail the test of the control digits, and an example of the Sync API lacks the name that its specification demands. To check control digits is allowed, and not demanded.',
      nb: 'Numrene i eksemplene består ikke kontrollsiffertesten, og et eksempel i Sync API mangler navnet som spesifikasjonen krever. Å kontrollere kontrollsifrene er tillatt, men ikke påkrevd.',
    },
    source: `${KS.model}; ${KS.sync}`,
  },
  {
    id: 'fiks/X9',
    text: {
      en: 'The id of a group has 24 hexadecimal digits in one example and is a UUID elsewhere. An id is a text without a form.',
      nb: 'Id-en til en gruppe har 24 heksadesimale sifre i ett eksempel og er en UUID ellers. En id er en tekst uten fast form.',
    },
    source: `${KS.sync}; ${KS.model}`,
  },
]
