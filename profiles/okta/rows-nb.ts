/** The rows in bokmål, by the part of the id behind the slash. */
export const rowsNb: Readonly<Record<string, string>> = {
  'spec-01':
    'En side med én bruker er en ListResponse med en bruker og tre tall: itemsPerPage, startIndex og totalResults.',
  'spec-02': 'En bruker leses med id, userName, name.givenName, name.familyName, active og en e-postadresse.',
  'spec-03': 'Et filter på et ugyldig userName gir 200 og totalt 0.',
  'spec-04': 'En ukjent id gir 404.',
  'spec-04-detail':
    'Oktas test ville meldt fra om en 404 uten detail; RFC 7644 avsnitt 3.12 utelater detail der det ikke er noe å si.',
  'spec-05': 'Et filter på et tilfeldig userName gir 200 og totalt 0.',
  'spec-06': 'En ny bruker besvares med 201, en id, active lik true, kjerneskjemaet og det som ble sendt.',
  'spec-07': 'Den nye brukeren leses med userName og navn slik de ble sendt.',
  'spec-08': 'Den samme brukeren en gang til gir 409.',
  'spec-09': 'Et filter på et userName med store bokstaver gir 200.',
  'spec-10': 'Grupper listes på under 600 ms; testen er valgfri.',
  'spec-11': 'Feil legitimasjon gir 401.',
  'spec-11-body':
    'Oktas test ville meldt fra om en 401 uten feilkropp med detail og status 401; RFC 7644 overlater det til HTTP.',
  'spec-12': 'En id av sifre som ingen har, gir 404 med en feilkropp.',
  'crud-01': 'Applikasjonen finnes i Okta.',
  'crud-02': 'En bruker opprettes i Okta.',
  'crud-03': 'En bruker som tildeles, søkes opp og opprettes.',
  'crud-04': 'Brukeren finnes med et filter, med userName, e-postadresse og navn.',
  'crud-05': 'Et nytt fornavn kommer fram.',
  'crud-06': 'Den endrede brukeren leses med det nye navnet.',
  'crud-07': 'En bruker som deaktiveres, slås av.',
  'crud-08': 'Brukeren som ble slått av, leses med active lik false.',
  'crud-09': 'Brukeren aktiveres i Okta.',
  'crud-10': 'Brukeren tildeles på nytt og slås på.',
  'crud-11': 'Brukeren som ble slått på, leses med active lik true.',
  'crud-12': 'En bruker som mister tildelingen, slås av.',
  'crud-13': 'Den brukeren leses med active lik false.',
  entitlements: 'Ressurstyper, skjemaer og lister over rettigheter kan leses.',
  'plan-set-up':
    'C9289, C9296 til C9299, C9308, C9313, C9314, C9342 til C9345, C21902: applikasjonen settes opp, tilordnes og logges inn på.',
  'plan-credentials':
    'C9306, C9339 til C9341: klargjøring slås på og av, og feil legitimasjon gir en feilmelding.',
  'plan-create':
    'C9290, C9307, C9334: en ny bruker kommer fram med alle attributter, også når det skjer gjennom en gruppe.',
  'plan-reactivate': 'C9293, C9300: en bruker som kommer tilbake, beholder id og attributter.',
  'plan-link': 'C9335: en bruker som er der fra før, kobles og oppdateres.',
  'plan-unique':
    'C9336: et userName som er tatt, avvises; Okta ber også om unike e-postadresser, noe RFC-ene ikke gjør.',
  'plan-update': 'C9291, C9309, C9310: endrede attributter kommer fram.',
  'plan-empty-values': 'C9337: tomme verdier sendes uten feil.',
  'plan-deprovision': 'C9292, C9294, C9311: den som deaktiveres eller mister tildelingen, slås av.',
  'plan-suspend': 'C9295: en midlertidig sperring sender ingenting.',
  'plan-password': 'C9301, C9302: et passord kommer fram.',
  'plan-import': 'C9303 til C9305, C9338: brukere og grupper leses side for side, hver av dem én gang.',
  'plan-group-create': 'C9312, C9317: en gruppe sendes, også når den er tom.',
  'plan-group-link': 'C9315, C9322, C9330: en gruppe kobles og får nytt navn.',
  'plan-group-push': 'C9316: hele medlemslisten tar plassen til den gamle.',
  'plan-group-unlink': 'C9318, C9321, C9325, C9326: en gruppe kobles fra og slettes, eller blir stående.',
  'plan-group-status':
    'C9319, C9320, C9323, C9324, C9327 til C9329, C9331: sending slås av og på, etter regel og for flere samtidig.',
  'plan-group-members': 'C9332, C9333: medlemmer legges til og fjernes.',
  'plan-profile-source': 'C9359 til C9361: målsystemet er kilden til profiler.',
}
