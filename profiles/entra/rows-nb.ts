/** The rows in bokmål, by the part of the id behind the slash. */
const validator = {
  'validator-01':
    'En ny bruker opprettes med 201 og finnes på matchende attributt med verdiene som ble sendt.',
  'validator-02': 'En bruker som finnes fra før, avvises med 409.',
  'validator-03': 'Et filter finner en eksisterende bruker, og ingen andre.',
  'validator-04': 'Et filter som ingen bruker oppfyller, besvares med 200 og totalt 0.',
  'validator-05': 'Et filter finner en bruker på userName skrevet med andre store og små bokstaver.',
  'validator-06':
    'Én PATCH erstatter rundt tretti verdier via path: enkle, med punktum, med verdifilter og med URN.',
  'validator-07': 'En PATCH uten path gir en bruker nytt userName; id-en består, og det nye navnet finnes.',
  'validator-08':
    'En bruker som er deaktivert, er der fortsatt, både via id og filter, med active lik false.',
  'validator-09': 'Én PATCH legger til rundt tjue verdier hos en bruker som bare har userName.',
  'validator-09-elements':
    'Microsofts validator ville meldt fra om et målsystem som ikke lager noe element når det legges til via et verdifilter som emails[type eq "work"].value; RFC 7644 lar det stå åpent.',
  'validator-10': 'En leder legges til hos en bruker med PATCH.',
  'validator-10-text':
    'Microsofts validator ville meldt fra om et målsystem som avviser eller mister en leder oppgitt som ren id; ifølge RFC 7643 er en leder et objekt.',
  'validator-11': 'En annen leder tar plassen til den første, selv om operasjonen igjen er add.',
  'validator-11-text':
    'Microsofts validator ville meldt fra om et målsystem som beholder den første lederen når den rene id-en til en annen legges til; ifølge RFC 7643 er en leder et objekt.',
  'validator-12': 'En leder kan tas bort igjen.',
  'validator-12-empty':
    'Microsofts validator ville meldt fra om et målsystem som beholder en leder som erstattes av en tom tekst, alene eller som value; RFC 7643 regner ikke en tom tekst som ikke satt.',
  'validator-13': 'En bruker slettes med 204, og deretter svarer GET 404.',
  'validator-14': 'En gruppe leses uten medlemmene når disse er utelatt i forespørselen.',
  'validator-15': 'En gruppe finnes med filter uten medlemmene når disse er utelatt i forespørselen.',
  'validator-16': 'Et filter finner en eksisterende gruppe på displayName.',
  'validator-17': 'Et filter som ingen gruppe oppfyller, besvares med 200 og totalt 0.',
  'validator-18': 'Et filter finner en gruppe på displayName skrevet med andre store og små bokstaver.',
  'validator-19': 'En gruppe opprettes med displayName og externalId og beholder begge.',
  'validator-20':
    'Microsofts validator ville meldt fra om et målsystem som tar imot en gruppe til med samme displayName; RFC 7643 krever ikke at gruppenavn er unike.',
  'validator-21': 'En PATCH uten path gir en gruppe ny externalId.',
  'validator-22': 'En PATCH uten path gir en gruppe nytt displayName.',
  'validator-23': 'Et medlem kommer inn i en gruppe ved at members erstattes.',
  'validator-24': 'Av to medlemmer fjernes det ene med et verdifilter, og det andre blir værende.',
  'validator-25': 'En gruppe slettes med 204, og deretter svarer GET 404.',
  'validator-media-type':
    'Microsofts validator ville meldt fra om et målsystem som svarer med vanlig application/json; RFC-ene nevner application/scim+json.',
  'preview-1': 'Én PATCH fjerner, legger til og erstatter ulike attributter hos en bruker.',
  'preview-2': 'Én PATCH fjerner, legger til og erstatter det samme attributtet hos en bruker.',
  'preview-3': 'Sletting av en bruker som aldri har eksistert, besvares med 404.',
  'preview-4': 'Sletting av en bruker for andre gang besvares med 404.',
  'preview-5': 'Én PATCH legger et medlem til en gruppe og fjerner det igjen.',
  'preview-6': 'Sletting av en gruppe som aldri har eksistert, besvares med 404.',
  'preview-7': 'Sletting av en gruppe for andre gang besvares med 404.',
} as const

const gallery = {
  'gallery-endpoints': 'Brukere, og grupper der de tilbys, ligger på endepunktene i SCIM 2.0.',
  'gallery-https': 'Endepunktet nås med HTTPS.',
  'gallery-tls': 'Forbindelsen bruker TLS 1.2 eller nyere.',
  'gallery-credentials':
    'OAuth client credentials eller workload identity brukes: tokener som varer 1 til 6 timer, hemmeligheter som varer 1 til 3 år og kan byttes; statiske tokener med lang levetid godtas ikke lenger.',
  'gallery-rate': 'Minst 25 forespørsler i sekundet besvares for hver tenant.',
  'gallery-leavers':
    'Den som slutter, kan deaktiveres; endelig sletting, den andre tillatte måten, er test 13 i validatoren.',
  'gallery-unknown-user': 'Et søk etter en ukjent bruker besvares med 200 og ingen treff.',
  'gallery-schemas': 'Skjemaene kan hentes, og det som brukes, er beskrevet.',
  'gallery-members-at-once': 'Flere medlemmer kommer inn i en gruppe med én PATCH.',
  'gallery-bulk': 'Bulk-forespørsler er anbefalt.',
  'gallery-validated':
    'En kjøring av validatoren og en test med en applikasjon utenfor galleriet er bestått.',
  'gallery-papers':
    'Det finnes testtenanter, referansekunder, dokumentasjon for administratorer og kontaktpersoner for utvikling og støtte.',
  'logic-user-create': 'En bruker som tildeles, blir klargjort.',
  'logic-user-update': 'Endrede attributter kommer fram.',
  'logic-user-disable': 'En bruker som mister tildelingen, deaktiveres.',
  'logic-user-delete': 'En bruker som slettes for godt, forsvinner; uten dette gir testen en advarsel.',
  'logic-user-manager': 'En leder kommer fram; Entra oppgir den som ren id, noe RFC-ene ikke kjenner.',
  'logic-manager':
    'En leder legges til, erstattes, og erstattes av en tom verdi, på den formen validatoren bruker.',
  'logic-user-restore': 'En bruker som tildeles på nytt, er aktiv igjen.',
  'logic-user-on-demand': 'En bruker klargjøres på forespørsel.',
  'logic-group-create': 'En gruppe klargjøres.',
  'logic-group-update': 'Det nye navnet på en gruppe kommer fram.',
  'logic-group-delete': 'En slettet gruppe forsvinner.',
  'logic-group-add': 'Medlemmer som kommer til, kommer fram.',
  'logic-group-remove': 'Et medlem som går ut, fjernes.',
  'logic-group-restore': 'En gruppe som noen går ut av og inn i igjen, har sine medlemmer.',
  'logic-group-on-demand': 'En gruppe klargjøres på forespørsel.',
  'logic-schemas': 'Det en applikasjon klargjør, er beskrevet i /Schemas.',
  'logic-null-update':
    'Microsofts test ville meldt fra om et målsystem som beholder den gamle verdien til et valgfritt attributt som erstattes av en tom tekst, eller avviser det; RFC-ene overlater begge deler til målsystemet.',
  'logic-direct': 'Brukere og grupper opprettes og endres med vanlige forespørsler.',
  'logic-user-pages': 'Elleve brukere leses på sider med høyst fem, hver av dem én gang.',
  'logic-group-pages': 'Elleve grupper leses på sider med høyst fem, hver av dem én gang.',
  'logic-credentials': 'Forespørsler med legitimasjonen virker, og andre avvises.',
  'logic-federated-identity': 'Et token for en workload identity virker.',
  'logic-probes': 'Brukere og grupper listes én om gangen før noe klargjøres.',
  'logic-throttling': 'Et målsystem svarer 429 bare når det sendes mer enn 25 forespørsler i sekundet.',
  'logic-free-values': 'Andre verdier enn de kanoniske godtas.',
  'postman-discovery': 'ResourceTypes, ServiceProviderConfig og Schemas kan leses.',
  'postman-attributes': 'Attributtene det spørs etter, vises.',
  'postman-filters': 'Filtre virker med eq, and, or, parenteser, sw og gt.',
  'postman-put': 'Brukere og grupper erstattes, og en bruker uten userName avvises.',
  'postman-members': 'Grupper kommer med medlemmer; disse legges til, fjernes, og alle fjernes.',
  'postman-refusals': 'En bruker uten userName og en kropp som ikke er JSON, avvises.',
  'postman-text-boolean': 'active godtas som teksten True, slik den eldre dialekten sender det.',
  'postman-unknown-attribute': 'Et feilstavet attributt gjør ingen skade.',
  'postman-paging': 'Lister leses side for side.',
} as const

export const rowsNb: Readonly<Record<string, string>> = { ...validator, ...gallery }
