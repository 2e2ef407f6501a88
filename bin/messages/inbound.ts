import { inBothLanguages } from './language.ts'

/** What `simulate --dialect entra-inbound` says. */
export const inbound = inBothLanguages({
  en: {
    title:
      'The other way: what an HR system uploads to Microsoft Entra ID; documented requests, sent nowhere unless asked',
    alone:
      'The dialect entra-inbound goes the other way, from an HR system to the provider: play it by itself.',
    noEmbedded:
      'The embedded endpoint is no target for the dialect entra-inbound: leave --defect and --variant out.',
    noAllure: 'There is nothing to write Allure results about: uploads are listed, not judged.',
    noMicrosoft: (host: string) =>
      `${host} is Microsoft's own, where a directory of real people is. Nothing was sent. Leave --target out, look at the file, and send it to a test tenant yourself.`,
    nothing: 'Nothing was sent: in these scenarios nobody is hired or changed before a synchronisation.',
    row: (id: string, people: number, story: string) =>
      `${id}  ${people} ${people === 1 ? 'person' : 'people'}  ${story}`,
    notSent: (uploads: number, people: number, file: string) =>
      `${uploads} bulk ${uploads === 1 ? 'request' : 'requests'} with ${people} ${people === 1 ? 'operation' : 'operations'} in ${file}\nNothing was sent and no provider was contacted: this shows nothing about any target (exit code 3).`,
    accepted: (accepted: number, uploads: number, file: string) =>
      `${accepted} of ${uploads} bulk ${uploads === 1 ? 'request was' : 'requests were'} answered 202 Accepted, as documented. All of them are in ${file}\nAccepted is not carried out: nothing was read back, so what became of the people is not known.`,
    answered: (status: number) => `answered ${status}; documented is 202 Accepted`,
    unanswered: (why: string) => `no answer (${why})`,
  },
  nb: {
    title:
      'Den andre veien: det et HR-system laster opp til Microsoft Entra ID; dokumenterte forespørsler, sendt ingen steder uten oppfordring',
    alone:
      'Dialekten entra-inbound går den andre veien, fra et HR-system til leverandøren: spill den for seg selv.',
    noEmbedded:
      'Det innebygde endepunktet er ikke noe målsystem for dialekten entra-inbound: utelat --defect og --variant.',
    noAllure: 'Det er ingenting å skrive Allure-resultater om: opplastinger listes opp, de bedømmes ikke.',
    noMicrosoft: (host: string) =>
      `${host} er Microsofts egen tjener, med en katalog over virkelige mennesker. Ingenting ble sendt. Utelat --target, se på filen, og send den selv til en testleietaker.`,
    nothing: 'Ingenting ble sendt: i disse scenarioene blir ingen ansatt eller endret før en synkronisering.',
    row: (id: string, people: number, story: string) =>
      `${id}  ${people} ${people === 1 ? 'person' : 'personer'}  ${story}`,
    notSent: (uploads: number, people: number, file: string) =>
      `${uploads} ${uploads === 1 ? 'bulk-forespørsel' : 'bulk-forespørsler'} med ${people} ${people === 1 ? 'operasjon' : 'operasjoner'} i ${file}\nIngenting ble sendt, og ingen leverandør ble kontaktet: dette viser ingenting om noe målsystem (sluttkode 3).`,
    accepted: (accepted: number, uploads: number, file: string) =>
      `${accepted} av ${uploads} ${uploads === 1 ? 'bulk-forespørsel' : 'bulk-forespørsler'} ble besvart med 202 Accepted, slik det er dokumentert. Alle ligger i ${file}\nMottatt er ikke utført: ingenting ble lest tilbake, så hva det ble av menneskene er ukjent.`,
    answered: (status: number) => `besvart med ${status}; dokumentert er 202 Accepted`,
    unanswered: (why: string) => `ikke noe svar (${why})`,
  },
})
