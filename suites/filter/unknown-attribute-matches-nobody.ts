import { defineCheck, reading } from '#check'
import { answering } from '#scim'
import { CRASH, listOf } from './answers.part.ts'
import { askAboutOwnUser } from './own-user.part.ts'

/** None of these exists anywhere; U stands for a userName that does. */
const FILTERS = [
  { name: 'alone', filter: 'scimTestUnknown eq "x"' },
  { name: 'with-and', filter: 'userName eq U and scimTestUnknown eq "x"' },
  { name: 'sub-attribute', filter: 'userName eq U and name.scimTestUnknown eq "x"' },
  { name: 'value-path', filter: 'userName eq U and emails[scimTestUnknown eq "x"]' },
  { name: 'presence', filter: 'userName eq U and scimTestUnknown pr' },
  { name: 'urn', filter: 'userName eq U and urn:example:scim-test:none:2.0:User:unknown eq "x"' },
]

export default defineCheck({
  id: 'filter/unknown-attribute-matches-nobody',
  title: 'A filter on an unknown attribute is refused or finds nobody',
  proves: ['RFC7644-3.4.2.2-04'],
  needs: { features: ['filter'], resource: 'User' },
  breaks: 'A term that is dropped matches the wrong person or everybody (eneo-ai/eneo#443)',
  each: () => FILTERS,

  act: askAboutOwnUser,

  judge({ list }, claim) {
    const stated = claim('RFC7644-3.4.2.2-04', list).status(200, 400, reading('AMB-036/422', 422))
    const { status } = list.response ?? {}
    if (status === 400) stated.scimType('invalidFilter')
    else if (status !== 422) stated.has('/totalResults', 0).lacks('/Resources')
  },

  counterexample: ({ list }) => [
    { list: answering(list, { status: 200, body: listOf({ id: '2819c223' }) }) },
    { list: answering(list, CRASH) },
  ],
})
