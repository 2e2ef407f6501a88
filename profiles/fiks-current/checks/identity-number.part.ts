import { escapeToken } from '#check'
import { URN } from '#scim'

/** Where a user has its identity number. */
export const NUMBER = `/${escapeToken(URN.fiksPerson)}/foedselsnummer`

/** The same place as PATCH names it. */
export const NUMBER_PATH = `${URN.fiksPerson}:foedselsnummer`

/** The person extension with this number; as a JSON number it is wrong. */
export const withNumber = (foedselsnummer: string | number) => ({ [URN.fiksPerson]: { foedselsnummer } })
