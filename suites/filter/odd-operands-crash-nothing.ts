import { defineCheck, reading } from '#check'
import { answering } from '#scim'
import { CRASH } from './answers.part.ts'
import { askAboutOwnUser } from './own-user.part.ts'

/** What they mean is left open; that they are an error of the server is not. U stands for an own userName. */
const FILTERS = [
  { name: 'null', filter: 'userName eq U and title eq null' },
  { name: 'boolean-as-string', filter: 'userName eq U and active eq "true"' },
  { name: 'number-for-string', filter: 'userName eq U and displayName eq 1' },
  { name: 'co-on-boolean', filter: 'userName eq U and active co "t"' },
  { name: 'text-as-time', filter: 'userName eq U and meta.created gt "yesterday"' },
  { name: 'sql', filter: 'userName eq U and displayName eq "\' OR 1=1 --"' },
]

export default defineCheck({
  id: 'filter/odd-operands-crash-nothing',
  title: 'An operand of another type gives an answer, not a server error',
  proves: ['RFC7644-3.12-17'],
  needs: { features: ['filter'], resource: 'User', attributes: ['active', 'displayName'] },
  breaks:
    '1Password SCIM bridge: that provisioning was switched off ended as an internal error without a word (1Password/scim-examples#247). Cost: provisioning blocked.',
  each: () => FILTERS,

  act: askAboutOwnUser,

  judge({ list }, claim) {
    claim('RFC7644-3.12-17', list).status(200, 400, reading('AMB-036/422', 422))
  },

  counterexample: ({ list }) => ({ list: answering(list, CRASH) }),
})
