/** The profile's requirements in bokmål, by the number of the rule. */
export const requirementsNb: Readonly<Record<string, string>> = {
  'F-10': 'Forespørsler har med bearer-tokenet til kilden; uten et gyldig token avvises de.',
  'F-20': 'schemas nevner User-skjemaet, og personutvidelsen når objektet dens er med.',
  'F-21': 'Tjenesten lager id-en til en bruker; en id som klienten sender, blir ikke brukt.',
  'F-22': 'externalId identifiserer personen i avsendersystemet og gir treff på høyst én bruker.',
  'F-23': 'displayName eller name.formatted er nok som navn på en person.',
  'F-25': 'En bruker uten fødselsnummer godtas.',
  'F-28': 'foedselsnummer er en tekst på 11 sifre og blir tatt vare på som den er, også med null først.',
  'F-29': 'PATCH når foedselsnummer med det fulle navnet; punktumet i 1.0 hører til URN-en.',
  'F-30': 'Fødselsnummeret kan skrives i en POST, med full sti og uten sti, og resultatet blir det samme.',
  'F-32':
    'active lagres og returneres som en boolsk verdi, også når det ble sendt som teksten False eller True.',
  'F-34':
    'Et userName som er i bruk, uansett store eller små bokstaver, gir svaret 409 med scimType uniqueness.',
  'F-35': 'Samme fødselsnummer på to brukere fra én kilde blir avvist eller håndtert på en ryddig måte.',
  'F-36': 'Navn kommer tilbake slik de ble sendt, også med norske og samiske bokstaver.',
  'F-38': 'En feilmelding gjentar ikke fødselsnummeret.',
  'F-39': 'Enterprise-utvidelsen kan sendes og kommer tilbake.',
  'F-50': 'En gruppe trenger bare Group-skjemaet fra kjernen.',
  'F-51': 'En gruppe har et displayName, som administratorer ser når de deler ut roller.',
  'F-52': 'value for et medlem er id-en til en bruker fra samme kilde.',
  'F-52-unknown': 'Et medlem som ikke finnes, blir avvist eller tatt vare på, men ikke stilltiende utelatt.',
  'F-53': 'En gruppe godtas ikke som medlem av en gruppe.',
  'F-54':
    'Medlemmer legges til og fjernes med PATCH; de kan fjernes både med en sti med filter og med en liste av verdier.',
  'F-55': 'Å legge til et medlem to ganger, eller fjerne en som ikke er medlem, lykkes og endrer ingenting.',
  'F-56': 'En bruker som slettes, fjernes fra gruppene sine.',
  'F-58': 'En gruppe beholder flere enn hundre medlemmer.',
  'F-60': 'Brukere og grupper kan opprettes, endres med PATCH og slettes.',
  'F-62': 'PUT støttes eller avvises på en ryddig måte.',
  'F-63': 'ServiceProviderConfig, der den finnes, sier at PATCH støttes.',
  'F-64':
    'Brukere finnes med userName og externalId, grupper med displayName; uten treff kommer en tom liste.',
  'F-68': 'En person beholder id og externalId når navn, nummer eller avdeling endres.',
  'F-80': 'Feil har den formen SCIM fastsetter.',
  'F-82': '401 betyr at gyldig token mangler, 404 ukjent, 409 i bruk, 400 feil.',
}
