import { URN } from '../message/index.ts'
import { string } from './define.ts'
import type { Schema } from './model.ts'

/** The extension of KS Fiks for national identity numbers. Source: KS Digital, Ekstern brukerstyring. */
export const fiksPersonSchema: Schema = {
  id: URN.fiksPerson,
  name: 'FiksPerson',
  description: 'National identity of a user in Norway',
  attributes: [string('foedselsnummer', 'National identity number or D-number.', { caseExact: true })],
}
