import { type Assignment, assignmentsTo, attributeName, type Trace } from '#check'
import { URN } from '#scim'

/** The attribute for the identity number, by its full name. */
export const NUMBER = `${URN.fiksPerson}:foedselsnummer`

/** What a session writes to the identity number, in whichever form. */
export const numbersSent = (trace: Trace): Assignment[] => assignmentsTo(trace, '/Users', NUMBER)

/** Whether an attribute path leads into an extension of KS for persons, well spelled or not. */
export const isAboutPerson = (path: string): boolean => /:ks:personidentifikasjon/i.test(path)

/** The last name of a path: behind the last colon that is no part of a version, or behind a dot. */
export const lastName = (path: string): string => attributeName(path).split(/[:.]/).at(-1) ?? ''
