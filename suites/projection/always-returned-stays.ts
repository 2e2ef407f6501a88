import { bodyOf, type Case, defineCheck, escapeToken, type Facts, get, pointTo } from '#check'
import { answering } from '#scim'
import { findSchema } from '#scim/schema'

const ROWS = ['RFC7644-3.4.2.5-07', 'RFC7644-3.9-07', 'RFC7643-7-33'] as const

interface Place extends Case {
  readonly urn: string
  readonly attribute: string
}

/** Attributes of extensions that are published as always returned, and that a client can set. */
function alwaysReturned({ resourceTypes, schemas }: Facts): Place[] {
  const type = resourceTypes.find(({ name }) => name === 'User')
  return (type?.schemaExtensions ?? []).flatMap(({ schema: urn }) =>
    (findSchema(schemas, urn)?.attributes ?? [])
      .filter((one) => one.returned === 'always' && one.type === 'string' && !one.multiValued)
      .filter((one) => one.mutability === 'readWrite' && !one.canonicalValues?.length)
      .map(({ name }) => ({ name, urn, attribute: name })),
  )
}

export default defineCheck({
  id: 'projection/always-returned-stays',
  title: 'What is published as always returned is returned always',
  proves: ROWS,
  needs: { resource: 'User' },

  each: (facts) => alwaysReturned(facts).slice(0, 1),

  async act({ of, blocked, send, shared, sharedMark }) {
    const { urn, attribute } = of
    const user = await shared('User', { [urn]: { [attribute]: sharedMark('alltid') } })
    if (!pointTo(user.body, pointerTo(of))) blocked('the target did not keep the attribute')
    const excluded = await send(get(user.path, { excludedAttributes: `${urn}:${attribute}` }))
    return { user: user.created, excluded, other: await send(get(user.path, { attributes: 'userName' })) }
  },

  judge({ excluded, other }, claim, { of }) {
    for (const row of ROWS) claim(row, excluded).status(200).has(pointerTo(of))
    claim('RFC7643-7-33', other).status(200).has(pointerTo(of))
  },

  counterexample: ({ user, excluded, other }) => {
    const body = { id: bodyOf(excluded)?.id ?? null }
    return { user, excluded: answering(excluded, { body }), other: answering(other, { body }) }
  },
})

function pointerTo({ urn, attribute }: Place): string {
  return `/${escapeToken(urn)}/${escapeToken(attribute)}`
}
