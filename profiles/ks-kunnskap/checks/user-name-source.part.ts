import { escapeToken, type Facts } from '#check'
import { type JsonObject, URN } from '#scim'

/** What the value of each choice is called in a filter, where it stands in a user, and a user with it. */
interface Source {
  readonly path: string
  readonly pointer: string
  with(value: string): JsonObject
}

const SOURCES: Readonly<Record<string, Source>> = {
  externalId: { path: 'externalId', pointer: '/externalId', with: (externalId) => ({ externalId }) },
  userName: { path: 'userName', pointer: '/userName', with: (userName) => ({ userName }) },
  employeeNumber: {
    path: `${URN.enterpriseUser}:employeeNumber`,
    pointer: `/${escapeToken(URN.enterpriseUser)}/employeeNumber`,
    with: (employeeNumber) => ({ [URN.enterpriseUser]: { employeeNumber } }),
  },
}

/** The attribute that becomes the user name in the learning platform; externalId where nothing was said. */
export function sourceOf({ parameters }: Facts): Source {
  return SOURCES[parameters?.usernameSource ?? 'externalId'] as Source
}
