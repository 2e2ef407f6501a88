import type { DeviationAnswer } from './deviations.ts'
import type { NegativeAnswer } from './negative.ts'
import type { PrerequisiteAnswer, Role } from './record.ts'

/** What people fill in; an empty text where nothing was. */
export interface SignoffForm {
  readonly vendor: PartyAnswer
  readonly customer: PartyAnswer
  readonly system: {
    readonly id: string
    readonly name: string
    readonly version: string
    readonly component: string
    readonly role: Role | ''
  }
  readonly environment: { readonly name: string; readonly confirmedAsTest: boolean }
  readonly automation: { readonly account: string }
  readonly scope: { readonly reason: string }
  readonly testData: { readonly remark: string }
  readonly deviations: readonly DeviationAnswer[]
  readonly negative: readonly NegativeAnswer[]
  readonly prerequisites: readonly {
    readonly id: string
    readonly answer: PrerequisiteAnswer['answer']
    readonly date: string
    readonly remark: string
  }[]
  readonly contacts: readonly { readonly name: string; readonly email: string; readonly role: string }[]
  readonly agreement: { readonly ref: string; readonly acceptedAt: string }
  /** `yyyy-mm-dd`: sooner than the twelve months that a record is valid for. */
  readonly validUntil: string
}

export interface PartyAnswer {
  readonly orgNumber: string
  readonly name: string
}

export const EMPTY_FORM: SignoffForm = {
  vendor: { orgNumber: '', name: '' },
  customer: { orgNumber: '', name: '' },
  system: { id: '', name: '', version: '', component: '', role: '' },
  environment: { name: '', confirmedAsTest: false },
  automation: { account: '' },
  scope: { reason: '' },
  testData: { remark: '' },
  deviations: [],
  negative: [],
  prerequisites: [],
  contacts: [],
  agreement: { ref: '', acceptedAt: '' },
  validUntil: '',
}
