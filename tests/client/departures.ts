/** All but Okta, which never does. */
const DELETING = [
  'authentik',
  'eadm',
  'entra',
  'entra-flag',
  'google',
  'jumpcloud',
  'keycloak',
  'keycloak-patch',
  'onelogin',
  'sailpoint',
]

/** What our dialects do in some story that the rules of a profile other than fiks-current forbid, and why they do. */
export const DEPARTURES: Readonly<Record<string, { dialects: readonly string[]; because: string }>> = {
  'fiks/F-41-client': {
    dialects: ['eadm', 'entra', 'entra-flag', 'jumpcloud', 'okta', 'okta-aiw', 'sailpoint'],
    because: 'where the directory has a middle name of its own, they send it as middleName',
  },
  'kunnskap/K-04-client': {
    dialects: ['okta', 'okta-aiw', 'onelogin'],
    because: 'OneLogin sends no externalId; who is hired again is another user to Okta, with another one',
  },
  'kunnskap/K-05-client': {
    dialects: [
      'eadm',
      'entra',
      'entra-flag',
      'google',
      'jumpcloud',
      'keycloak',
      'keycloak-patch',
      'okta',
      'okta-aiw',
      'onelogin',
      'sailpoint',
    ],
    because: 'the people of the story with a large group have no names to send',
  },
  'plek/PL-02-client': {
    dialects: ['jumpcloud', 'okta', 'okta-aiw', 'onelogin'],
    because: 'JumpCloud and OneLogin send no externalId; who is hired again is another user to Okta',
  },
  'plek/PL-07-client': {
    dialects: ['eadm', 'entra', 'entra-flag', 'sailpoint'],
    because: 'they change one value of a list by a filter in the path',
  },
  'plek/PL-09-client': {
    dialects: DELETING,
    because: 'where the story removes an account for good, they delete it without switching it off before',
  },
  'plek/PL-10-client': {
    dialects: DELETING,
    because: 'where the story removes an account for good, they delete it: all but Okta, which never does',
  },
}

/** Profile and dialect of those that are fit in no story: for want of an externalId. */
export const UNFIT_FOR: readonly string[] = ['ks-kunnskap onelogin', 'plek jumpcloud', 'plek onelogin']
